"""What the screens of working out share: reading back, concluding, recommending, searching.

``WorkingScreen`` (`.screen`) does things in the dossier in one step each and takes them back with ``u``;
``TextField`` (`.text_field`) ties a text area to one attribute of one item; ``pick`` (`.pick`) lets one
choose from a list by typing; ``ChainScreen`` (`.chain`) follows the evidence in both directions.
"""
