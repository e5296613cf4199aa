-- export personen
COPY public.personen (naam, iban, geslacht, clientBsn, e_mail, dateOfBirth, zaak_id, aangemaakt_op) FROM stdin;
Paweł Mulder	NL46RABO0136067917	man	646055434	pawel_mulder97@kabelpost.nl	1991-08-17	183850038	2019-01-17
D. Warmerdam	NL59ABNA0473335248	man	187858317	daan+zorg@mailhuis.nl	1972-03-06	757557036	2022-02-10
A. Oude Wesselink	NL95FVLB0932143572	vrouw	352712909	annemiek+zorg@hetnetwerk.nl	1946-08-24	932372819	2019-12-21
L. Bakker	NL43NWAB0822544694	man	376850590	l.bakker@familiepost.frl	1964-10-17	936987508	2024-10-15
Nowak-Zielińska, F.	NL54RBRB0103962012	vrouw	882200471	fatima_nowak-zielinska80@hetnetwerk.nl	1942-08-04	381900582	2024-03-26
Veld, A. in 't	NL90ADYB0867314714	vrouw	999993008	anouk_veld61@hetnetwerk.nl	1996-11-01	951643205	2023-07-17
Renée Ramdien	NL84HAND0193497806	V	181752177	renee+zorg@snelbericht.com	1960-07-22	115053232	2019-12-19
Koen Kowalczyk	NL30RBRB0421810298	M	795092593	k.kowalczyk@snelbericht.com	1980-07-12	278037173	2020-11-12
Annemiek Wiarda	NL56FVLB0237761044	V	126434785	annemiek_wiarda83@snelbericht.com	1979-04-09	460160961	2022-03-25
Sardjoe, A.	NL53FVLB0793981699	M	999962103	a.sardjoe@postvakje.nl	2002-03-15	876206018	2020-03-03
\.
