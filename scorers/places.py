"""Countries, US states and continents: what may stand after a city as the place it lies in ("Paris, France")."""

from __future__ import annotations

_COUNTRIES = """
Afghanistan;Albania;Algeria;Andorra;Angola;Antigua and Barbuda;Argentina;Armenia;Australia;Austria;Azerbaijan;
Bahamas;Bahrain;Bangladesh;Barbados;Belarus;Belgium;Belize;Benin;Bhutan;Bolivia;Bosnia and Herzegovina;Botswana;
Brazil;Brunei;Bulgaria;Burkina Faso;Burma;Burundi;Cabo Verde;Cambodia;Cameroon;Canada;Cape Verde;
Central African Republic;Chad;Chile;China;Colombia;Comoros;Congo;Costa Rica;Croatia;Cuba;Cyprus;Czechia;
Czech Republic;Côte d'Ivoire;Ivory Coast;Democratic Republic of the Congo;Republic of the Congo;Denmark;
Djibouti;Dominica;Dominican Republic;East Timor;Ecuador;Egypt;El Salvador;England;Equatorial Guinea;Eritrea;
Estonia;Eswatini;Swaziland;Ethiopia;Fiji;Finland;France;Gabon;Gambia;Georgia;Germany;Ghana;Great Britain;Greece;
Grenada;Guatemala;Guinea;Guinea-Bissau;Guyana;Haiti;Honduras;Hungary;Iceland;India;Indonesia;Iran;Iraq;Ireland;
Israel;Italy;Jamaica;Japan;Jordan;Kazakhstan;Kenya;Kiribati;Kosovo;Kuwait;Kyrgyzstan;Laos;Latvia;Lebanon;
Lesotho;Liberia;Libya;Liechtenstein;Lithuania;Luxembourg;Madagascar;Malawi;Malaysia;Maldives;Mali;Malta;
Marshall Islands;Mauritania;Mauritius;Mexico;Micronesia;Moldova;Monaco;Mongolia;Montenegro;Morocco;Mozambique;
Myanmar;Namibia;Nauru;Nepal;Netherlands;New Zealand;Nicaragua;Niger;Nigeria;North Korea;North Macedonia;
Northern Ireland;Norway;Oman;Pakistan;Palau;Palestine;Panama;Papua New Guinea;Paraguay;Peru;Philippines;Poland;
Portugal;Qatar;Romania;Russia;Rwanda;Saint Kitts and Nevis;Saint Lucia;Saint Vincent and the Grenadines;Samoa;
San Marino;São Tomé and Príncipe;Saudi Arabia;Scotland;Senegal;Serbia;Seychelles;Sierra Leone;Singapore;
Slovakia;Slovenia;Solomon Islands;Somalia;South Africa;South Korea;South Sudan;Spain;Sri Lanka;Sudan;Suriname;
Sweden;Switzerland;Syria;Taiwan;Tajikistan;Tanzania;Thailand;Timor-Leste;Togo;Tonga;Trinidad and Tobago;Tunisia;
Turkey;Türkiye;Turkmenistan;Tuvalu;UAE;Uganda;Ukraine;United Arab Emirates;United Kingdom;United States;
United States of America;UK;US;USA;Uruguay;Uzbekistan;Vanuatu;Vatican City;Venezuela;Vietnam;Wales;Yemen;Zambia;
Zimbabwe
"""
_STATES = """
Alabama;Alaska;Arizona;Arkansas;California;Colorado;Connecticut;Delaware;Florida;Georgia;Hawaii;Idaho;Illinois;
Indiana;Iowa;Kansas;Kentucky;Louisiana;Maine;Maryland;Massachusetts;Michigan;Minnesota;Mississippi;Missouri;
Montana;Nebraska;Nevada;New Hampshire;New Jersey;New Mexico;New York;North Carolina;North Dakota;Ohio;Oklahoma;
Oregon;Pennsylvania;Rhode Island;South Carolina;South Dakota;Tennessee;Texas;Utah;Vermont;Virginia;Washington;
West Virginia;Wisconsin;Wyoming;District of Columbia;DC
"""

COUNTRIES = tuple(name.strip() for name in _COUNTRIES.split(";"))
CONTINENTS = ("Africa", "Asia", "Europe", "North America", "South America", "Oceania", "Antarctica")
PLACES = (*COUNTRIES, *CONTINENTS, *(name.strip() for name in _STATES.split(";")))
