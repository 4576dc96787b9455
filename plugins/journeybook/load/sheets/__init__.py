"""Read the CSV files of measured values as spreadsheets, surveys and analytics tools write them."""
