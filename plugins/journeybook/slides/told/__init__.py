"""Say what stands on each slide, in the words of the handbook's pages and by the rules of its meetings."""
