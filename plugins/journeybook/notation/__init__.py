"""The notation of a workbook that people edit: what stands in which cell, and how."""
