--
-- PostgreSQL database dump
--

\restrict 6hhzmcNlBY0wW715I0fN7KjUZPHRRl9fZMzhuwiwgU8aHIKTgvCVZcps9mbhHsy

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: personen; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.personen (
    naam text,
    bsn text,
    geboortedatum text,
    iban text
);


ALTER TABLE public.personen OWNER TO postgres;

--
-- Data for Name: personen; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.personen (naam, bsn, geboortedatum, iban) FROM stdin;
Ramdien, I.	999964215	1992-02-24	NL12ABNA0267418480
Dijkstra, J.	999960532	1966-09-16	NL59ADYB0409176027
Ven, F. van de	035866445	1999-05-23	NL20ABNA0344696684
Bouzekri, Z.	329756606	1980-08-09	NL14NWAB0483857882
Veld, I. in 't	999937236	1945-03-08	NL50HAND0807822601
Porte, J. de la	684464652	1957-05-23	NL90NWAB0330289800
Groot, B. de	601225223	1983-10-17	NL07ABNA0786604474
Hart, A. 't	999915526	1961-06-07	NL52ASNB0382654265
Wiśniewski, E.	069974755	1991-11-16	NL86ADYB0557795061
Crèvecoeur, L.	116049509	1967-11-25	NL29ADYB0493901023
Lubbers, H.	317508805	1987-01-11	NL27REVO0927736524
Mulder, S.	712593196	1957-06-06	NL62NWAB0842700079
\.


--
-- PostgreSQL database dump complete
--

\unrestrict 6hhzmcNlBY0wW715I0fN7KjUZPHRRl9fZMzhuwiwgU8aHIKTgvCVZcps9mbhHsy

