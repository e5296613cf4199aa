-- incident I2406-0071, uitgevoerd door beheer op 2024-06-07
UPDATE klant SET telefoon = '06-48 99 67 35' WHERE bsn = '806360422';
UPDATE klant SET iban = 'NL95TRIO0389121297' WHERE klantnr = 444962682; -- mw De Wit
UPDATE adres SET straat_huisnr = 'Elzenhage 31', postcode = '4618NM' WHERE klant_id = 88123;
DELETE FROM sessie WHERE token = 614551912 AND ip = '77.69.114.253';
