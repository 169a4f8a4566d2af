"""Files in and out. Each module holds a format whole: its writer and its reader together."""
