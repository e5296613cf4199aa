-- MySQL dump 10.13
CREATE TABLE `client` (`id` int, `naam` varchar(80), `bsn` char(9), `gebdatum` date, `tel` varchar(20), `debiteurnr` int, `email` varchar(120));
INSERT INTO `client` (`id`,`naam`,`bsn`,`gebdatum`,`tel`,`debiteurnr`,`email`) VALUES
(1,'M. ''t Hart','999908947','1961-07-15','0297-664932',725448453,'mthart@postvakje.nl'),
(2,'K. Brouwer','999918138','1991-09-09',NULL,180585976,NULL),
(3,'Ç. Demir','999902271','2001-09-07','0685966286',529876851,'c.demir@kabelpost.nl');
