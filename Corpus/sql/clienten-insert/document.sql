-- MySQL dump 10.13
CREATE TABLE `client` (`id` int, `naam` varchar(80), `bsn` char(9), `gebdatum` date, `tel` varchar(20), `debiteurnr` int, `email` varchar(120));
INSERT INTO `client` (`id`,`naam`,`bsn`,`gebdatum`,`tel`,`debiteurnr`,`email`) VALUES
(1,'M. ''t Hart','999973502','2013-12-05','058-5596628',899643164,'mthart@postvakje.nl'),
(2,'K. Brouwer','323690634','1981-09-20',NULL,901580211,NULL),
(3,'Ç. Demir','921323220','1965-06-14','0620821741',138146044,'c.demir@kabelpost.nl');
