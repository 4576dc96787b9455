"""Read the folder that was typed; write to the standard streams and to files."""
