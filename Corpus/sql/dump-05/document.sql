-- export personen
CREATE TABLE personen (
  a_nummer varchar(60),
  clientBsn varchar(60),
  geb_datum varchar(60),
  kenteken varchar(60),
  vNummer varchar(60),
  weergavenaam varchar(60),
  klantnr varchar(60),
  aangemaakt_op varchar(60)
);
INSERT INTO personen VALUES ('2704061747', '655029990', '07/05/1986', '65-HKX-8', '2135375737', 'Małgorzata Hendriks', '715543212', '2021-07-11');
INSERT INTO personen VALUES ('8549249563', '999941586', '02/08/2002', 'R-62-SPH', '2123679460', 'S. Brouwer', '821440344', '2020-02-07');
INSERT INTO personen VALUES ('4727164580', '180456143', '04/06/1997', 'XP-38-LN', '2567595733', 'H. El Idrissi', '235553709', '2024-07-08');
INSERT INTO personen VALUES ('5798568070', '563920348', '07/03/1993', '75-JDT-7', '2532027437', 'René Hendriks', '191138759', '2023-12-04');
INSERT INTO personen VALUES ('1527496730', '999986582', '11/07/1959', '29-54-JL', '2818391990', 'Oude Wesselink, S.', '520973607', '2020-10-15');
INSERT INTO personen VALUES ('6571920158', '118961913', '23/07/1984', 'FJ-45-NN', '2617984488', 'Geertruida van ''t Hof', '612822070', '2023-04-06');
INSERT INTO personen VALUES ('9362837047', '999973034', '27/03/1952', 'KR-GH-03', '2726570076', 'Pieter Hoekstra', '894892057', '2022-07-22');
INSERT INTO personen VALUES ('8213741797', '999984743', '14/08/1961', 'PNR-32-S', '2454675144', 'E. Vos', '361617549', '2024-04-04');
INSERT INTO personen VALUES ('4160902092', '475672525', '05/09/1952', '92-73-PP', '2138984234', 'A. Lubbers', '109266654', '2021-08-23');
INSERT INTO personen VALUES ('9626496148', '242373793', '01/02/1989', 'R-10-ZNR', '2584838699', 'E. de Wit', '867530785', '2019-07-04');
