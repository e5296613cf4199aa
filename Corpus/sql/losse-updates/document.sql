-- incident I2406-0071, uitgevoerd door beheer op 2024-06-07
UPDATE klant SET telefoon = '06-48 99 67 35' WHERE bsn = '191047193';
UPDATE klant SET iban = 'NL73ABNA0271310671' WHERE klantnr = 915822398; -- mw De Wit
UPDATE adres SET straat_huisnr = 'Elzenhage 31', postcode = '4651FV' WHERE klant_id = 88123;
DELETE FROM sessie WHERE token = 763220243 AND ip = '77.2.232.244';
