-- MySQL dump 10.13
CREATE TABLE `client` (`id` int, `naam` varchar(80), `bsn` char(9), `gebdatum` date, `tel` varchar(20), `debiteurnr` int, `email` varchar(120));
INSERT INTO `client` (`id`,`naam`,`bsn`,`gebdatum`,`tel`,`debiteurnr`,`email`) VALUES
(1,'M. ''t Hart','999973502','2013-12-05','058-5596628',323690634,'mthart@postvakje.nl'),
(2,'K. Brouwer','999958021','1945-05-24',NULL,253810516,NULL),
(3,'Ç. Demir','796431310','1950-12-28','0681044453',999949044,'c.demir@kabelpost.nl');
