# eenmalig: nieuwe collega's 1 juni
New-ADUser -Name "Sem van 't Hof" -EmailAddress "s.vanthof@lindewaard-gemeente.nl" -MobilePhone "+31648300737" -EmployeeNumber 950885058
New-ADUser -Name "Priya Ramdien" -EmailAddress "p.ramdien@lindewaard-gemeente.nl" -MobilePhone "+31 6 30 48 86 09" -EmployeeNumber 923689989
Write-Host "Klaar, versie 1.4.0.12"
