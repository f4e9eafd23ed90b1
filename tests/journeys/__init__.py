"""What people do with the site, in three browsers: each journey does as they do and looks where they look."""
