"""Backup and restore: the whole store in another folder, and back, while crawls go on."""
