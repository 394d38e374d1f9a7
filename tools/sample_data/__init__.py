"""Innehållet i exempelmapparna: en modul för varje mapp, eller flera om den är stor."""
