def documents(): return []
