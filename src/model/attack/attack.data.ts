/**
 * Enterprise ATT&CK, written by scripts/attack.mjs. A line is `id|tactics|name`: the tactics in the
 * order of the matrix, then the rest by id. `>` stands before what has taken the place of a retired
 * one, and alone if nothing has.
 */
export const attackVersion = '19.0 (groups, software and campaigns: 18.1)';

/**
 * MITRE asks that this stands with every copy:
 * https://attack.mitre.org/resources/legal-and-branding/terms-of-use/
 */
export const attackNotice =
  '© 2026 The MITRE Corporation. This work is reproduced and distributed with the permission of ' +
  'The MITRE Corporation. The MITRE Corporation (MITRE) hereby grants you a non-exclusive, ' +
  'royalty-free license to use ATT&CK® for research, development, and commercial purposes. Any copy ' +
  "you make for such purposes is authorized provided that you reproduce MITRE's copyright " +
  'designation and this license in any such copy.';

export const attackText = `
TA0043|reconnaissance|Reconnaissance
TA0042|resource-development|Resource Development
TA0001|initial-access|Initial Access
TA0002|execution|Execution
TA0003|persistence|Persistence
TA0004|privilege-escalation|Privilege Escalation
TA0005|stealth|Stealth
TA0112|defense-impairment|Defense Impairment
TA0006|credential-access|Credential Access
TA0007|discovery|Discovery
TA0008|lateral-movement|Lateral Movement
TA0009|collection|Collection
TA0011|command-and-control|Command and Control
TA0010|exfiltration|Exfiltration
TA0040|impact|Impact
C0001||Frankenstein
C0002||Night Dragon
C0004||CostaRicto
C0005||Operation Spalax
C0006||Operation Honeybee
C0007||FunnyDream
C0010||C0010
C0011||C0011
C0012||Operation CuckooBees
C0013||Operation Sharpshooter
C0014||Operation Wocao
C0015||C0015
C0016||Operation Dust Storm
C0017||C0017
C0018||C0018
C0021||C0021
C0022||Operation Dream Job
C0023||Operation Ghost
C0024||SolarWinds Compromise
C0025||2016 Ukraine Electric Power Attack
C0026||C0026
C0027||C0027
C0028||2015 Ukraine Electric Power Attack
C0029||Cutting Edge
C0030||Triton Safety Instrumented System Attack
C0032||C0032
C0033||C0033
C0034||2022 Ukraine Electric Power Attack
C0035||KV Botnet Activity
C0036||Pikabot Distribution February 2024
C0037||Water Curupira Pikabot Distribution
C0038||HomeLand Justice
C0039||Versa Director Zero Day Exploitation
C0040||APT41 DUST
C0041||FrostyGoop Incident
C0042||Outer Space
C0043||Indian Critical Infrastructure Intrusions
C0044||Juicy Mix
C0045||ShadowRay
C0046||ArcaneDoor
C0047||RedDelta Modified PlugX Infection Chain Operations
C0048||Operation MidnightEclipse
C0049||Leviathan Australian Intrusions
C0050||J-magic Campaign
C0051||APT28 Nearest Neighbor Campaign
C0052||SPACEHOP Activity
C0053||FLORAHOX Activity
C0055||Quad7 Activity
C0056||RedPenguin
C0057||3CX Supply Chain Attack
C0058||SharePoint ToolShell Exploitation
C0059||Salesforce Data Exfiltration
G0001||Axiom
G0002||Moafee
G0003||Cleaver
G0004||Ke3chang
G0005||APT12
G0006||APT1
G0007||APT28
G0008||Carbanak
G0009||Deep Panda
G0010||Turla
G0011||PittyTiger
G0012||Darkhotel
G0013||APT30
G0014|>|Night Dragon
G0015|>|Taidoor
G0016||APT29
G0017||DragonOK
G0018||admin@338
G0019||Naikon
G0020||Equation
G0021||Molerats
G0022||APT3
G0023||APT16
G0024||Putter Panda
G0025||APT17
G0026||APT18
G0027||Threat Group-3390
G0028||Threat Group-1314
G0029||Scarlet Mimic
G0030||Lotus Blossom
G0031|>|Dust Storm
G0032||Lazarus Group
G0033||Poseidon Group
G0034||Sandworm Team
G0035||Dragonfly
G0036||GCMAN
G0037||FIN6
G0038||Stealth Falcon
G0039||Suckfly
G0040||Patchwork
G0041||Strider
G0042|>G0040|MONSOON
G0043||Group5
G0044||Winnti Group
G0045||menuPass
G0046||FIN7
G0047||Gamaredon Group
G0048||RTM
G0049||OilRig
G0050||APT32
G0051||FIN10
G0052||CopyKittens
G0053||FIN5
G0054||Sowbug
G0055||NEODYMIUM
G0056||PROMETHIUM
G0057|>G0049|APT34
G0058|>G0059|Charming Kitten
G0059||Magic Hound
G0060||BRONZE BUTLER
G0061||FIN8
G0062||TA459
G0063||BlackOasis
G0064||APT33
G0065||Leviathan
G0066||Elderwood
G0067||APT37
G0068||PLATINUM
G0069||MuddyWater
G0070||Dark Caracal
G0071||Orangeworm
G0072|>|Honeybee
G0073||APT19
G0074|>G0035|Dragonfly 2.0
G0075||Rancor
G0076||Thrip
G0077||Leafminer
G0078||Gorgon Group
G0079||DarkHydrus
G0080||Cobalt Group
G0081||Tropic Trooper
G0082||APT38
G0083||SilverTerrier
G0084||Gallmaker
G0085||FIN4
G0086|>G0094|Stolen Pencil
G0087||APT39
G0088||TEMP.Veles
G0089||The White Company
G0090||WIRTE
G0091||Silence
G0092||TA505
G0093||GALLIUM
G0094||Kimsuky
G0095||Machete
G0096||APT41
G0098||BlackTech
G0099||APT-C-36
G0100||Inception
G0101|>|Frankenstein
G0102||Wizard Spider
G0103||Mofang
G0104|>|Sharpshooter
G0105||DarkVishnya
G0106||Rocke
G0107||Whitefly
G0108||Blue Mockingbird
G0112||Windshift
G0114||Chimera
G0115||GOLD SOUTHFIELD
G0116|>|Operation Wocao
G0117||Fox Kitten
G0118|>G0016|UNC2452
G0119||Indrik Spider
G0120||Evilnum
G0121||Sidewinder
G0122||Silent Librarian
G0123||Volatile Cedar
G0124||Windigo
G0125||HAFNIUM
G0126||Higaisa
G0127||TA551
G0128||ZIRCONIUM
G0129||Mustang Panda
G0130||Ajax Security Team
G0131||Tonto Team
G0132|>|CostaRicto
G0133||Nomadic Octopus
G0134||Transparent Tribe
G0135||BackdoorDiplomacy
G0136||IndigoZebra
G0137||Ferocious Kitten
G0138||Andariel
G0139||TeamTNT
G0140||LazyScripter
G0141|>|Gelsemium
G0142||Confucius
G0143||Aquatic Panda
G1001||HEXANE
G1002||BITTER
G1003||Ember Bear
G1004||LAPSUS$
G1005||POLONIUM
G1006||Earth Lusca
G1007||Aoqin Dragon
G1008||SideCopy
G1009||Moses Staff
G1011||EXOTIC LILY
G1012||CURIUM
G1013||Metador
G1014||LuminousMoth
G1015||Scattered Spider
G1016||FIN13
G1017||Volt Typhoon
G1018||TA2541
G1019||MoustachedBouncer
G1020||Mustard Tempest
G1021||Cinnamon Tempest
G1022||ToddyCat
G1023||APT5
G1024||Akira
G1026||Malteiro
G1028||APT-C-23
G1030||Agrius
G1031||Saint Bear
G1032||INC Ransom
G1033||Star Blizzard
G1034||Daggerfly
G1035||Winter Vivern
G1036||Moonstone Sleet
G1037||TA577
G1038||TA578
G1039||RedCurl
G1040||Play
G1041||Sea Turtle
G1042||RedEcho
G1043||BlackByte
G1044||APT42
G1045||Salt Typhoon
G1046||Storm-1811
G1047||Velvet Ant
G1048||UNC3886
G1049||AppleJeus
G1050||Water Galura
G1051||Medusa Group
G1052||Contagious Interview
G1053||Storm-0501
S0001||Trojan.Mebromi
S0002||Mimikatz
S0003||RIPTIDE
S0004||TinyZBot
S0005||Windows Credential Editor
S0006||pwdump
S0007||Skeleton Key
S0008||gsecdump
S0009||Hikit
S0010||Lurid
S0011||Taidoor
S0012||PoisonIvy
S0013||PlugX
S0014||BS2005
S0015||Ixeshe
S0016||P2P ZeuS
S0017||BISCUIT
S0018||Sykipot
S0019||Regin
S0020||China Chopper
S0021||Derusbi
S0022||Uroburos
S0023||CHOPSTICK
S0024||Dyre
S0025||CALENDAR
S0026||GLOOXMAIL
S0027||Zeroaccess
S0028||SHIPSHAPE
S0029||PsExec
S0030||Carbanak
S0031||BACKSPACE
S0032||gh0st RAT
S0033||NetTraveler
S0034||NETEAGLE
S0035||SPACESHIP
S0036||FLASHFLOOD
S0037||HAMMERTOSS
S0038||Duqu
S0039||Net
S0040||HTRAN
S0041||Wiper
S0042||LOWBALL
S0043||BUBBLEWRAP
S0044||JHUHUGIT
S0045||ADVSTORESHELL
S0046||CozyCar
S0047||Hacking Team UEFI Rootkit
S0048||PinchDuke
S0049||GeminiDuke
S0050||CosmicDuke
S0051||MiniDuke
S0052||OnionDuke
S0053||SeaDuke
S0054||CloudDuke
S0055||RARSTONE
S0056||Net Crawler
S0057||Tasklist
S0058||SslMM
S0059||WinMM
S0060||Sys10
S0061||HDoor
S0062||DustySky
S0063||SHOTPUT
S0064||ELMER
S0065||4H RAT
S0066||3PARA RAT
S0067||pngdowner
S0068||httpclient
S0069||BLACKCOFFEE
S0070||HTTPBrowser
S0071||hcdLoader
S0072||OwaAuth
S0073||ASPXSpy
S0074||Sakula
S0075||Reg
S0076||FakeM
S0077||CallMe
S0078||Psylo
S0079||MobileOrder
S0080||Mivast
S0081||Elise
S0082||Emissary
S0083||Misdat
S0084||Mis-Type
S0085||S-Type
S0086||ZLib
S0087||Hi-Zor
S0088||Kasidet
S0089||BlackEnergy
S0090||Rover
S0091||Epic
S0092||Agent.btz
S0093||Backdoor.Oldrea
S0094||Trojan.Karagany
S0095||ftp
S0096||Systeminfo
S0097||Ping
S0098||T9000
S0099||Arp
S0100||ipconfig
S0101||ifconfig
S0102||nbtstat
S0103||route
S0104||netstat
S0105||dsquery
S0106||cmd
S0107||Cherry Picker
S0108||netsh
S0109||WEBC2
S0110||at
S0111||schtasks
S0112||ROCKBOOT
S0113||Prikormka
S0114||BOOTRASH
S0115||Crimson
S0116||UACMe
S0117||XTunnel
S0118||Nidiran
S0119||Cachedump
S0120||Fgdump
S0121||Lslsass
S0122||Pass-The-Hash Toolkit
S0123||xCmd
S0124||Pisloader
S0125||Remsec
S0126||ComRAT
S0127||BBSRAT
S0128||BADNEWS
S0129||AutoIt backdoor
S0130||Unknown Logger
S0131||TINYTYPHON
S0132||H1N1
S0133||Miner-C
S0134||Downdelph
S0135||HIDEDRV
S0136||USBStealer
S0137||CORESHELL
S0138||OLDBAIT
S0139||PowerDuke
S0140||Shamoon
S0141||Winnti for Windows
S0142||StreamEx
S0143||Flame
S0144||ChChes
S0145||POWERSOURCE
S0146||TEXTMATE
S0147||Pteranodon
S0148||RTM
S0149||MoonWind
S0150||POSHSPY
S0151||HALFBAKED
S0152||EvilGrab
S0153||RedLeaves
S0154||Cobalt Strike
S0155||WINDSHIELD
S0156||KOMPROGO
S0157||SOUNDBITE
S0158||PHOREAL
S0159||SNUGRIDE
S0160||certutil
S0161||XAgentOSX
S0162||Komplex
S0163||Janicab
S0164||TDTESS
S0165||OSInfo
S0166||RemoteCMD
S0167||Matryoshka
S0168||Gazer
S0169||RawPOS
S0170||Helminth
S0171||Felismus
S0172||Reaver
S0173||FLIPSIDE
S0174||Responder
S0175||meek
S0176||Wingbird
S0177||Power Loader
S0178||Truvasys
S0179||MimiPenguin
S0180||Volgmer
S0181||FALLCHILL
S0182||FinFisher
S0183||Tor
S0184||POWRUNER
S0185||SEASHARPEE
S0186||DownPaper
S0187||Daserf
S0188||Starloader
S0189||ISMInjector
S0190||BITSAdmin
S0191||Winexe
S0192||Pupy
S0193||Forfiles
S0194||PowerSploit
S0195||SDelete
S0196||PUNCHBUGGY
S0197||PUNCHTRACK
S0198||NETWIRE
S0199||TURNEDUP
S0200||Dipsind
S0201||JPIN
S0202||adbupd
S0203||Hydraq
S0204||Briba
S0205||Naid
S0206||Wiarp
S0207||Vasport
S0208||Pasam
S0209|>S0012|Darkmoon
S0210||Nerex
S0211||Linfo
S0212||CORALDECK
S0213||DOGCALL
S0214||HAPPYWORK
S0215||KARAE
S0216||POORAIM
S0217||SHUTTERSPEED
S0218||SLOWDRIFT
S0219||WINERACK
S0220||Chaos
S0221||Umbreon
S0222||CCBkdr
S0223||POWERSTATS
S0224||Havij
S0225||sqlmap
S0226||Smoke Loader
S0227||spwebmember
S0228||NanHaiShu
S0229||Orz
S0230||ZeroT
S0231||Invoke-PSImage
S0232||HOMEFRY
S0233||MURKYTOP
S0234||Bandook
S0235||CrossRAT
S0236||Kwampirs
S0237||GravityRAT
S0238||Proxysvc
S0239||Bankshot
S0240||ROKRAT
S0241||RATANKBA
S0242||SynAck
S0243||DealersChoice
S0244||Comnie
S0245||BADCALL
S0246||HARDRAIN
S0247||NavRAT
S0248||yty
S0249||Gold Dragon
S0250||Koadic
S0251||Zebrocy
S0252||Brave Prince
S0253||RunningRAT
S0254||PLAINTEE
S0255||DDKONG
S0256||Mosquito
S0257||VERMIN
S0258||RGDoor
S0259||InnaputRAT
S0260||InvisiMole
S0261||Catchamas
S0262||QuasarRAT
S0263||TYPEFRAME
S0264||OopsIE
S0265||Kazuar
S0266||TrickBot
S0267||FELIXROOT
S0268||Bisonal
S0269||QUADAGENT
S0270||RogueRobin
S0271||KEYMARBLE
S0272||NDiskMonitor
S0273||Socksbot
S0274||Calisto
S0275||UPPERCUT
S0276||Keydnap
S0277||FruitFly
S0278||iKitten
S0279||Proton
S0280||MirageFox
S0281||Dok
S0282||MacSpy
S0283||jRAT
S0284||More_eggs
S0330||Zeus Panda
S0331||Agent Tesla
S0332||Remcos
S0333||UBoatRAT
S0334||DarkComet
S0335||Carbon
S0336||NanoCore
S0337||BadPatch
S0338||Cobian RAT
S0339||Micropsia
S0340||Octopus
S0341||Xbash
S0342||GreyEnergy
S0343||Exaramel for Windows
S0344||Azorult
S0345||Seasalt
S0346||OceanSalt
S0347||AuditCred
S0348||Cardinal RAT
S0349||LaZagne
S0350||zwShell
S0351||Cannon
S0352||OSX_OCEANLOTUS.D
S0353||NOKKI
S0354||Denis
S0355||Final1stspy
S0356||KONNI
S0357||Impacket
S0358||Ruler
S0359||Nltest
S0360||BONDUPDATER
S0361||Expand
S0362||Linux Rabbit
S0363||Empire
S0364||RawDisk
S0365||Olympic Destroyer
S0366||WannaCry
S0367||Emotet
S0368||NotPetya
S0369||CoinTicker
S0370||SamSam
S0371||POWERTON
S0372||LockerGoga
S0373||Astaroth
S0374||SpeakUp
S0375||Remexi
S0376||HOPLIGHT
S0377||Ebury
S0378||PoshC2
S0379||Revenge RAT
S0380||StoneDrill
S0381||FlawedAmmyy
S0382||ServHelper
S0383||FlawedGrace
S0384||Dridex
S0385||njRAT
S0386||Ursnif
S0387||KeyBoy
S0388||YAHOYAH
S0389||JCry
S0390||SQLRat
S0391||HAWKBALL
S0393||PowerStallion
S0394||HiddenWasp
S0395||LightNeuron
S0396||EvilBunny
S0397||LoJax
S0398||HyperBro
S0400||RobbinHood
S0401||Exaramel for Linux
S0402||OSX/Shlayer
S0404||esentutl
S0409||Machete
S0410||Fysbis
S0412||ZxShell
S0413||MailSniper
S0414||BabyShark
S0415||BOOSTWRITE
S0416||RDFSNIFFER
S0417||GRIFFON
S0428||PoetRAT
S0430||Winnti for Linux
S0431||HotCroissant
S0433||Rifdoor
S0434||Imminent Monitor
S0435||PLEAD
S0436||TSCookie
S0437||Kivars
S0438||Attor
S0439||Okrum
S0441||PowerShower
S0442||VBShower
S0443||MESSAGETAP
S0444||ShimRat
S0445||ShimRatReporter
S0446||Ryuk
S0447||Lokibot
S0448||Rising Sun
S0449||Maze
S0450||SHARPSTATS
S0451||LoudMiner
S0452||USBferry
S0453||Pony
S0454||Cadelspy
S0455||Metamorfo
S0456||Aria-body
S0457||Netwalker
S0458||Ramsay
S0459||MechaFlounder
S0460||Get2
S0461||SDBbot
S0462||CARROTBAT
S0464||SYSCON
S0465||CARROTBALL
S0466||WindTail
S0467||TajMahal
S0468||Skidmap
S0469||ABK
S0470||BBK
S0471||build_downer
S0472||down_new
S0473||Avenger
S0475||BackConfig
S0476||Valak
S0477||Goopy
S0481||Ragnar Locker
S0482||Bundlore
S0483||IcedID
S0484||Carberp
S0486||Bonadan
S0487||Kessel
S0488||CrackMapExec
S0491||StrongPity
S0492||CookieMiner
S0493||GoldenSpy
S0495||RDAT
S0496||REvil
S0497||Dacls
S0498||Cryptoistic
S0499||Hancitor
S0500||MCMD
S0501||PipeMon
S0502||Drovorub
S0503||FrameworkPOS
S0504||Anchor
S0508||ngrok
S0511||RegDuke
S0512||FatDuke
S0513||LiteDuke
S0514||WellMess
S0515||WellMail
S0516||SoreFang
S0517||Pillowmint
S0518||PolyglotDuke
S0519||SYNful Knock
S0520||BLINDINGCAN
S0521||BloodHound
S0526||KGH_SPY
S0527||CSPY Downloader
S0528||Javali
S0530||Melcoz
S0531||Grandoreiro
S0532||Lucifer
S0533||SLOTHFULMEDIA
S0534||Bazar
S0537||HyperStack
S0538||Crutch
S0543||Spark
S0546||SharpStage
S0547||DropBook
S0552||AdFind
S0553||MoleNet
S0554||Egregor
S0556||Pay2Key
S0559||SUNBURST
S0560||TEARDROP
S0561||GuLoader
S0562||SUNSPOT
S0564||BlackMould
S0565||Raindrop
S0567||Dtrack
S0568||EVILNUM
S0569||Explosive
S0570||BitPaymer
S0572||Caterpillar WebShell
S0574||BendyBear
S0575||Conti
S0576||MegaCortex
S0578||SUPERNOVA
S0579||Waterbear
S0581||IronNetInjector
S0582||LookBack
S0583||Pysa
S0584||AppleJeus
S0585||Kerrdown
S0586||TAINTEDSCRIBE
S0587||Penquin
S0588||GoldMax
S0589||Sibot
S0590||NBTscan
S0591||ConnectWise
S0592||RemoteUtilities
S0593||ECCENTRICBANDWAGON
S0594||Out1
S0595||ThiefQuest
S0596||ShadowPad
S0597||GoldFinder
S0598||P.A.S. Webshell
S0599||Kinsing
S0600||Doki
S0601||Hildegard
S0603||Stuxnet
S0604||Industroyer
S0605||EKANS
S0606||Bad Rabbit
S0607||KillDisk
S0608||Conficker
S0609|>|TRITON
S0610||SideTwist
S0611||Clop
S0612||WastedLocker
S0613||PS1
S0614||CostaBricks
S0615||SombRAT
S0616||DEATHRANSOM
S0617||HELLOKITTY
S0618||FIVEHANDS
S0622||AppleSeed
S0623||Siloscape
S0624||Ecipekac
S0625||Cuba
S0626||P8RAT
S0627||SodaMaster
S0628||FYAnti
S0629||RainyDay
S0630||Nebulae
S0631||Chaes
S0632||GrimAgent
S0633||Sliver
S0634||EnvyScout
S0635||BoomBox
S0636||VaporRage
S0637||NativeZone
S0638||Babuk
S0639||Seth-Locker
S0640||Avaddon
S0641||Kobalos
S0642||BADFLICK
S0643||Peppy
S0644||ObliqueRAT
S0645||Wevtutil
S0646||SpicyOmelette
S0647||Turian
S0648||JSS Loader
S0649||SMOKEDHAM
S0650||QakBot
S0651||BoxCaon
S0652||MarkiRAT
S0653||xCaon
S0654||ProLock
S0657||BLUELIGHT
S0658||XCSSET
S0659||Diavol
S0660||Clambling
S0661||FoggyWeb
S0662||RCSession
S0663||SysUpdate
S0664||Pandora
S0665||ThreatNeedle
S0666||Gelsemium
S0667||Chrommme
S0668||TinyTurla
S0669||KOCTOPUS
S0670||WarzoneRAT
S0671||Tomiris
S0672||Zox
S0673||DarkWatchman
S0674||CharmPower
S0677||AADInternals
S0678||Torisma
S0679||Ferocious
S0680||LitePower
S0681||Lizar
S0682||TrailBlazer
S0683||Peirates
S0684||ROADTools
S0685||PowerPunch
S0686||QuietSieve
S0687||Cyclops Blink
S0688||Meteor
S0689||WhisperGate
S0690||Green Lambert
S0691||Neoichor
S0692||SILENTTRINITY
S0693||CaddyWiper
S0694||DRATzarus
S0695||Donut
S0696||Flagpro
S0697||HermeticWiper
S0698||HermeticWizard
S0699||Mythic
S1010||VPNFilter
S1011||Tarrask
S1012||PowerLess
S1013||ZxxZ
S1014||DanBot
S1015||Milan
S1016||MacMa
S1017||OutSteel
S1018||Saint Bot
S1019||Shark
S1020||Kevin
S1021||DnsSystem
S1022||IceApple
S1023||CreepyDrive
S1024||CreepySnail
S1025||Amadey
S1026||Mongall
S1027||Heyoka Backdoor
S1028||Action RAT
S1029||AuTo Stealer
S1030||Squirrelwaffle
S1031||PingPull
S1032||PyDCrypt
S1033||DCSrv
S1034||StrifeWater
S1035||Small Sieve
S1037||STARWHALE
S1039||Bumblebee
S1040||Rclone
S1041||Chinoxy
S1042||SUGARDUMP
S1043||ccf32
S1044||FunnyDream
S1046||PowGoop
S1047||Mori
S1048||macOS.OSAMiner
S1049||SUGARUSH
S1050||PcShare
S1051||KEYPLUG
S1052||DEADEYE
S1053||AvosLocker
S1058||Prestige
S1059||metaMain
S1060||Mafalda
S1063||Brute Ratel C4
S1064||SVCReady
S1065||Woody RAT
S1066||DarkTortilla
S1068||BlackCat
S1070||Black Basta
S1071||Rubeus
S1072||Industroyer2
S1073||Royal
S1074||ANDROMEDA
S1075||KOPILUWAK
S1076||QUIETCANARY
S1078||RotaJakiro
S1081||BADHATCH
S1084||QUIETEXIT
S1085||Sardonic
S1086||Snip3
S1087||AsyncRAT
S1088||Disco
S1089||SharpDisco
S1090||NightClub
S1091||Pacu
S1096||Cheerscrypt
S1097||HUI Loader
S1099||Samurai
S1100||Ninja
S1101||LoFiSe
S1102||Pcexter
S1104||SLOWPULSE
S1105||COATHANGER
S1106||NGLite
S1107||NKAbuse
S1108||PULSECHECK
S1109||PACEMAKER
S1110||SLIGHTPULSE
S1111||DarkGate
S1112||STEADYPULSE
S1113||RAPIDPULSE
S1114||ZIPLINE
S1115||WIREFIRE
S1116||WARPWIRE
S1117||GLASSTOKEN
S1118||BUSHWALK
S1119||LIGHTWIRE
S1120||FRAMESTING
S1121||LITTLELAMB.WOOLTEA
S1122||Mispadu
S1123||PITSTOP
S1124||SocGholish
S1125||AcidRain
S1129||Akira
S1130||Raspberry Robin
S1131||NPPSPY
S1132||IPsec Helper
S1133||Apostle
S1134||DEADWOOD
S1135||MultiLayer Wiper
S1136||BFG Agonizer
S1137||Moneybird
S1138||Gootloader
S1139||INC Ransomware
S1140||Spica
S1141||LunarWeb
S1142||LunarMail
S1143||LunarLoader
S1144||FRP
S1145||Pikabot
S1146||MgBot
S1147||Nightdoor
S1148||Raccoon Stealer
S1149||CHIMNEYSWEEP
S1150||ROADSWEEP
S1151||ZeroCleare
S1152||IMAPLoader
S1153||Cuckoo Stealer
S1154||VersaMem
S1155||Covenant
S1156||Manjusaka
S1158||DUSTPAN
S1159||DUSTTRAP
S1160||Latrodectus
S1161||BPFDoor
S1162||Playcrypt
S1163||SnappyTCP
S1164||UPSTYLE
S1166||Solar
S1167||AcidPour
S1168||SampleCheck5000
S1169||Mango
S1170||ODAgent
S1171||OilCheck
S1172||OilBooster
S1173||PowerExchange
S1176||attrib
S1178||ShrinkLocker
S1179||Exbyte
S1180||BlackByte Ransomware
S1181||BlackByte 2.0 Ransomware
S1182||MagicRAT
S1183||StrelaStealer
S1184||BOLDMOVE
S1185||LightSpy
S1186||Line Dancer
S1187||reGeorg
S1188||Line Runner
S1189||Neo-reGeorg
S1190||Kapeka
S1191||Megazord
S1192||NICECURL
S1193||TAMECAT
S1194||Akira _v2
S1196||Troll Stealer
S1197||GoBear
S1198||Gomir
S1199||LockBit 2.0
S1200||StealBit
S1201||TRANSLATEXT
S1202||LockBit 3.0
S1203||J-magic
S1204||cd00r
S1205||cipher.exe
S1206||JumbledPath
S1207||XLoader
S1209||Quick Assist
S1210||Sagerunex
S1211||Hannotog
S1212||RansomHub
S1213||Lumma Stealer
S1217||VIRTUALPITA
S1218||VIRTUALPIE
S1219||REPTILE
S1220||MEDUSA
S1221||MOPSLED
S1222||RIFLESPINE
S1223||THINCRUST
S1224||CASTLETAP
S1226||BOOKWORM
S1227||StarProxy
S1228||PUBLOAD
S1229||Havoc
S1230||HIUPAN
S1232||SplatDropper
S1233||PAKLOG
S1234||SplatCloak
S1235||CorKLOG
S1236||CLAIMLOADER
S1237||CANONSTAGER
S1238||STATICPLUGIN
S1239||TONESHELL
S1240||RedLine Stealer
S1242||Qilin
S1244||Medusa Ransomware
S1245||InvisibleFerret
S1246||BeaverTail
S1247||Embargo
S1248||XORIndex Loader
S1249||HexEval Loader
S9000|>S0508|Ngrok
T1001|command-and-control|Data Obfuscation
T1001.001|command-and-control|Junk Data
T1001.002|command-and-control|Steganography
T1001.003|command-and-control|Protocol or Service Impersonation
T1002|>T1560|Data Compressed
T1003|credential-access|OS Credential Dumping
T1003.001|credential-access|LSASS Memory
T1003.002|credential-access|Security Account Manager
T1003.003|credential-access|NTDS
T1003.004|credential-access|LSA Secrets
T1003.005|credential-access|Cached Domain Credentials
T1003.006|credential-access|DCSync
T1003.007|credential-access|Proc Filesystem
T1003.008|credential-access|/etc/passwd and /etc/shadow
T1004|>T1547.004|Winlogon Helper DLL
T1005|collection|Data from Local System
T1006|stealth|Direct Volume Access
T1007|discovery|System Service Discovery
T1008|command-and-control|Fallback Channels
T1009|>T1027.001|Binary Padding
T1010|discovery|Application Window Discovery
T1011|exfiltration|Exfiltration Over Other Network Medium
T1011.001|exfiltration|Exfiltration Over Bluetooth
T1012|discovery|Query Registry
T1013|>T1547.010|Port Monitors
T1014|stealth|Rootkit
T1015|>T1546.008|Accessibility Features
T1016|discovery|System Network Configuration Discovery
T1016.001|discovery|Internet Connection Discovery
T1016.002|discovery|Wi-Fi Discovery
T1017|>T1072|Application Deployment Software
T1018|discovery|Remote System Discovery
T1019|>T1542.001|System Firmware
T1020|exfiltration|Automated Exfiltration
T1020.001|exfiltration|Traffic Duplication
T1021|lateral-movement|Remote Services
T1021.001|lateral-movement|Remote Desktop Protocol
T1021.002|lateral-movement|SMB/Windows Admin Shares
T1021.003|lateral-movement|Distributed Component Object Model
T1021.004|lateral-movement|SSH
T1021.005|lateral-movement|VNC
T1021.006|lateral-movement|Windows Remote Management
T1021.007|lateral-movement|Cloud Services
T1021.008|lateral-movement|Direct Cloud VM Connections
T1022|>T1560|Data Encrypted
T1023|>T1547.009|Shortcut Modification
T1024|>T1573|Custom Cryptographic Protocol
T1025|collection|Data from Removable Media
T1026|>|Multiband Communication
T1027|stealth|Obfuscated Files or Information
T1027.001|stealth|Binary Padding
T1027.002|stealth|Software Packing
T1027.003|stealth|Steganography
T1027.004|stealth|Compile After Delivery
T1027.005|stealth|Indicator Removal from Tools
T1027.006|stealth|HTML Smuggling
T1027.007|stealth|Dynamic API Resolution
T1027.008|stealth|Stripped Payloads
T1027.009|stealth|Embedded Payloads
T1027.010|stealth|Command Obfuscation
T1027.011|stealth|Fileless Storage
T1027.012|stealth|LNK Icon Smuggling
T1027.013|stealth|Encrypted/Encoded File
T1027.014|stealth|Polymorphic Code
T1027.015|stealth|Compression
T1027.016|stealth|Junk Code Insertion
T1027.017|stealth|SVG Smuggling
T1027.018|stealth|Invisible Unicode
T1028|>T1021.006|Windows Remote Management
T1029|exfiltration|Scheduled Transfer
T1030|exfiltration|Data Transfer Size Limits
T1031|>T1543.003|Modify Existing Service
T1032|>T1573|Standard Cryptographic Protocol
T1033|discovery|System Owner/User Discovery
T1034|>|Path Interception
T1035|>T1569.002|Service Execution
T1036|stealth|Masquerading
T1036.001|stealth|Invalid Code Signature
T1036.002|stealth|Right-to-Left Override
T1036.003|stealth|Rename Legitimate Utilities
T1036.004|stealth|Masquerade Task or Service
T1036.005|stealth|Match Legitimate Resource Name or Location
T1036.006|stealth|Space after Filename
T1036.007|stealth|Double File Extension
T1036.008|stealth|Masquerade File Type
T1036.009|stealth|Break Process Trees
T1036.010|stealth|Masquerade Account Name
T1036.011|stealth|Overwrite Process Arguments
T1036.012|stealth|Browser Fingerprint
T1037|persistence,privilege-escalation|Boot or Logon Initialization Scripts
T1037.001|persistence,privilege-escalation|Logon Script (Windows)
T1037.002|persistence,privilege-escalation|Login Hook
T1037.003|persistence,privilege-escalation|Network Logon Script
T1037.004|persistence,privilege-escalation|RC Scripts
T1037.005|persistence,privilege-escalation|Startup Items
T1038|>T1574.001|DLL Search Order Hijacking
T1039|collection|Data from Network Shared Drive
T1040|credential-access,discovery|Network Sniffing
T1041|exfiltration|Exfiltration Over C2 Channel
T1042|>T1546.001|Change Default File Association
T1043|>|Commonly Used Port
T1044|>T1574.010|File System Permissions Weakness
T1045|>T1027.002|Software Packing
T1046|discovery|Network Service Discovery
T1047|execution|Windows Management Instrumentation
T1048|exfiltration|Exfiltration Over Alternative Protocol
T1048.001|exfiltration|Exfiltration Over Symmetric Encrypted Non-C2 Protocol
T1048.002|exfiltration|Exfiltration Over Asymmetric Encrypted Non-C2 Protocol
T1048.003|exfiltration|Exfiltration Over Unencrypted Non-C2 Protocol
T1049|discovery|System Network Connections Discovery
T1050|>T1543.003|New Service
T1051|>|Shared Webroot
T1052|exfiltration|Exfiltration Over Physical Medium
T1052.001|exfiltration|Exfiltration over USB
T1053|execution,persistence,privilege-escalation|Scheduled Task/Job
T1053.001|>T1053.002|At (Linux)
T1053.002|execution,persistence,privilege-escalation|At
T1053.003|execution,persistence,privilege-escalation|Cron
T1053.004|>|Launchd
T1053.005|execution,persistence,privilege-escalation|Scheduled Task
T1053.006|execution,persistence,privilege-escalation|Systemd Timers
T1053.007|execution,persistence,privilege-escalation|Container Orchestration Job
T1054|>T1685|Indicator Blocking
T1055|privilege-escalation,stealth|Process Injection
T1055.001|privilege-escalation,stealth|Dynamic-link Library Injection
T1055.002|privilege-escalation,stealth|Portable Executable Injection
T1055.003|privilege-escalation,stealth|Thread Execution Hijacking
T1055.004|privilege-escalation,stealth|Asynchronous Procedure Call
T1055.005|privilege-escalation,stealth|Thread Local Storage
T1055.008|privilege-escalation,stealth|Ptrace System Calls
T1055.009|privilege-escalation,stealth|Proc Memory
T1055.011|privilege-escalation,stealth|Extra Window Memory Injection
T1055.012|privilege-escalation,stealth|Process Hollowing
T1055.013|privilege-escalation,stealth|Process Doppelgänging
T1055.014|privilege-escalation,stealth|VDSO Hijacking
T1055.015|privilege-escalation,stealth|ListPlanting
T1056|credential-access,collection|Input Capture
T1056.001|credential-access,collection|Keylogging
T1056.002|credential-access,collection|GUI Input Capture
T1056.003|credential-access,collection|Web Portal Capture
T1056.004|credential-access,collection|Credential API Hooking
T1057|discovery|Process Discovery
T1058|>T1574.011|Service Registry Permissions Weakness
T1059|execution|Command and Scripting Interpreter
T1059.001|execution|PowerShell
T1059.002|execution|AppleScript
T1059.003|execution|Windows Command Shell
T1059.004|execution|Unix Shell
T1059.005|execution|Visual Basic
T1059.006|execution|Python
T1059.007|execution|JavaScript
T1059.008|execution|Network Device CLI
T1059.009|execution|Cloud API
T1059.010|execution|AutoHotKey & AutoIT
T1059.011|execution|Lua
T1059.012|execution|Hypervisor CLI
T1059.013|execution|Container CLI/API
T1060|>T1547.001|Registry Run Keys / Startup Folder
T1061|>|Graphical User Interface
T1062|>|Hypervisor
T1063|>T1518.001|Security Software Discovery
T1064|>|Scripting
T1065|>T1571|Uncommonly Used Port
T1066|>T1027.005|Indicator Removal from Tools
T1067|>T1542.003|Bootkit
T1068|privilege-escalation|Exploitation for Privilege Escalation
T1069|discovery|Permission Groups Discovery
T1069.001|discovery|Local Groups
T1069.002|discovery|Domain Groups
T1069.003|discovery|Cloud Groups
T1070|stealth|Indicator Removal
T1070.001|>T1685.005|Clear Windows Event Logs
T1070.002|>T1685.006|Clear Linux or Mac System Logs
T1070.003|stealth|Clear Command History
T1070.004|stealth|File Deletion
T1070.005|stealth|Network Share Connection Removal
T1070.006|stealth|Timestomp
T1070.007|stealth|Clear Network Connection History and Configurations
T1070.008|stealth|Clear Mailbox Data
T1070.009|stealth|Clear Persistence
T1070.010|stealth|Relocate Malware
T1071|command-and-control|Application Layer Protocol
T1071.001|command-and-control|Web Protocols
T1071.002|command-and-control|File Transfer Protocols
T1071.003|command-and-control|Mail Protocols
T1071.004|command-and-control|DNS
T1071.005|command-and-control|Publish/Subscribe Protocols
T1072|execution,lateral-movement|Software Deployment Tools
T1073|>T1574.001|DLL Side-Loading
T1074|collection|Data Staged
T1074.001|collection|Local Data Staging
T1074.002|collection|Remote Data Staging
T1075|>T1550.002|Pass the Hash
T1076|>T1021.001|Remote Desktop Protocol
T1077|>T1021.002|Windows Admin Shares
T1078|initial-access,persistence,privilege-escalation,stealth|Valid Accounts
T1078.001|initial-access,persistence,privilege-escalation,stealth|Default Accounts
T1078.002|initial-access,persistence,privilege-escalation,stealth|Domain Accounts
T1078.003|initial-access,persistence,privilege-escalation,stealth|Local Accounts
T1078.004|initial-access,persistence,privilege-escalation,stealth|Cloud Accounts
T1079|>T1573|Multilayer Encryption
T1080|lateral-movement|Taint Shared Content
T1081|>T1552.001|Credentials in Files
T1082|discovery|System Information Discovery
T1083|discovery|File and Directory Discovery
T1084|>T1546.003|Windows Management Instrumentation Event Subscription
T1085|>T1218.011|Rundll32
T1086|>T1059.001|PowerShell
T1087|discovery|Account Discovery
T1087.001|discovery|Local Account
T1087.002|discovery|Domain Account
T1087.003|discovery|Email Account
T1087.004|discovery|Cloud Account
T1088|>T1548.002|Bypass User Account Control
T1089|>T1685|Disabling Security Tools
T1090|command-and-control|Proxy
T1090.001|command-and-control|Internal Proxy
T1090.002|command-and-control|External Proxy
T1090.003|command-and-control|Multi-hop Proxy
T1090.004|command-and-control|Domain Fronting
T1091|initial-access,lateral-movement|Replication Through Removable Media
T1092|command-and-control|Communication Through Removable Media
T1093|>T1055.012|Process Hollowing
T1094|>T1095|Custom Command and Control Protocol
T1095|command-and-control|Non-Application Layer Protocol
T1096|>T1564.004|NTFS File Attributes
T1097|>T1550.003|Pass the Ticket
T1098|persistence,privilege-escalation|Account Manipulation
T1098.001|persistence,privilege-escalation|Additional Cloud Credentials
T1098.002|persistence,privilege-escalation|Additional Email Delegate Permissions
T1098.003|persistence,privilege-escalation|Additional Cloud Roles
T1098.004|persistence,privilege-escalation|SSH Authorized Keys
T1098.005|persistence,privilege-escalation|Device Registration
T1098.006|persistence,privilege-escalation|Additional Container Cluster Roles
T1098.007|persistence,privilege-escalation|Additional Local or Domain Groups
T1099|>T1070.006|Timestomp
T1100|>T1505.003|Web Shell
T1101|>T1547.005|Security Support Provider
T1102|command-and-control|Web Service
T1102.001|command-and-control|Dead Drop Resolver
T1102.002|command-and-control|Bidirectional Communication
T1102.003|command-and-control|One-Way Communication
T1103|>T1546.010|AppInit DLLs
T1104|command-and-control|Multi-Stage Channels
T1105|command-and-control|Ingress Tool Transfer
T1106|execution|Native API
T1107|>T1070.004|File Deletion
T1108|>|Redundant Access
T1109|>T1542.002|Component Firmware
T1110|credential-access|Brute Force
T1110.001|credential-access|Password Guessing
T1110.002|credential-access|Password Cracking
T1110.003|credential-access|Password Spraying
T1110.004|credential-access|Credential Stuffing
T1111|credential-access|Multi-Factor Authentication Interception
T1112|persistence,defense-impairment|Modify Registry
T1113|collection|Screen Capture
T1114|collection|Email Collection
T1114.001|collection|Local Email Collection
T1114.002|collection|Remote Email Collection
T1114.003|collection|Email Forwarding Rule
T1115|collection|Clipboard Data
T1116|>T1553.002|Code Signing
T1117|>T1218.010|Regsvr32
T1118|>T1218.004|InstallUtil
T1119|collection|Automated Collection
T1120|discovery|Peripheral Device Discovery
T1121|>T1218.009|Regsvcs/Regasm
T1122|>T1546.015|Component Object Model Hijacking
T1123|collection|Audio Capture
T1124|discovery|System Time Discovery
T1125|collection|Video Capture
T1126|>T1070.005|Network Share Connection Removal
T1127|execution,stealth|Trusted Developer Utilities Proxy Execution
T1127.001|execution,stealth|MSBuild
T1127.002|execution,stealth|ClickOnce
T1127.003|execution,stealth|JamPlus
T1128|>T1546.007|Netsh Helper DLL
T1129|execution|Shared Modules
T1130|>T1553.004|Install Root Certificate
T1131|>T1547.002|Authentication Package
T1132|command-and-control|Data Encoding
T1132.001|command-and-control|Standard Encoding
T1132.002|command-and-control|Non-Standard Encoding
T1133|initial-access,persistence|External Remote Services
T1134|privilege-escalation,stealth|Access Token Manipulation
T1134.001|privilege-escalation,stealth|Token Impersonation/Theft
T1134.002|privilege-escalation,stealth|Create Process with Token
T1134.003|privilege-escalation,stealth|Make and Impersonate Token
T1134.004|privilege-escalation,stealth|Parent PID Spoofing
T1134.005|privilege-escalation,stealth|SID-History Injection
T1135|discovery|Network Share Discovery
T1136|persistence|Create Account
T1136.001|persistence|Local Account
T1136.002|persistence|Domain Account
T1136.003|persistence|Cloud Account
T1137|persistence|Office Application Startup
T1137.001|persistence|Office Template Macros
T1137.002|persistence|Office Test
T1137.003|persistence|Outlook Forms
T1137.004|persistence|Outlook Home Page
T1137.005|persistence|Outlook Rules
T1137.006|persistence|Add-ins
T1138|>T1546.011|Application Shimming
T1139|>T1552.003|Bash History
T1140|stealth|Deobfuscate/Decode Files or Information
T1141|>T1056.002|Input Prompt
T1142|>T1555.001|Keychain
T1143|>T1564.003|Hidden Window
T1144|>T1553.001|Gatekeeper Bypass
T1145|>T1552.004|Private Keys
T1146|>T1070.003|Clear Command History
T1147|>T1564.002|Hidden Users
T1148|>T1690|HISTCONTROL
T1149|>|LC_MAIN Hijacking
T1150|>T1647|Plist Modification
T1151|>T1036.006|Space after Filename
T1152|>T1569.001|Launchctl
T1153|>|Source
T1154|>T1546.005|Trap
T1155|>T1059.002|AppleScript
T1156|>T1546.004|Malicious Shell Modification
T1157|>T1574.004|Dylib Hijacking
T1158|>T1564.001|Hidden Files and Directories
T1159|>T1543.001|Launch Agent
T1160|>T1543.004|Launch Daemon
T1161|>T1546.006|LC_LOAD_DYLIB Addition
T1162|>T1647|Login Item
T1163|>T1037.004|Rc.common
T1164|>T1547.007|Re-opened Applications
T1165|>T1037.005|Startup Items
T1166|>T1548.001|Setuid and Setgid
T1167|>T1555.002|Securityd Memory
T1168|>T1053|Local Job Scheduling
T1169|>T1548.003|Sudo
T1170|>T1218.005|Mshta
T1171|>T1557.001|LLMNR/NBT-NS Poisoning and Relay
T1172|>T1090.004|Domain Fronting
T1173|>T1559.002|Dynamic Data Exchange
T1174|>T1556.002|Password Filter DLL
T1175|>|Component Object Model and Distributed COM
T1176|persistence|Software Extensions
T1176.001|persistence|Browser Extensions
T1176.002|persistence|IDE Extensions
T1177|>T1547.008|LSASS Driver
T1178|>T1134.005|SID-History Injection
T1179|>T1056.004|Hooking
T1180|>T1546.002|Screensaver
T1181|>T1055.011|Extra Window Memory Injection
T1182|>T1546.009|AppCert DLLs
T1183|>T1546.012|Image File Execution Options Injection
T1184|>T1563.001|SSH Hijacking
T1185|collection|Browser Session Hijacking
T1186|>T1055.013|Process Doppelgänging
T1187|credential-access|Forced Authentication
T1188|>T1090.003|Multi-hop Proxy
T1189|initial-access|Drive-by Compromise
T1190|initial-access|Exploit Public-Facing Application
T1191|>T1218.003|CMSTP
T1192|>T1566.002|Spearphishing Link
T1193|>T1566.001|Spearphishing Attachment
T1194|>T1566.003|Spearphishing via Service
T1195|initial-access|Supply Chain Compromise
T1195.001|initial-access|Compromise Software Dependencies and Development Tools
T1195.002|initial-access|Compromise Software Supply Chain
T1195.003|initial-access|Compromise Hardware Supply Chain
T1196|>T1218.002|Control Panel Items
T1197|execution,persistence,stealth|BITS Jobs
T1198|>T1553.003|SIP and Trust Provider Hijacking
T1199|initial-access|Trusted Relationship
T1200|initial-access|Hardware Additions
T1201|discovery|Password Policy Discovery
T1202|stealth|Indirect Command Execution
T1203|execution|Exploitation for Client Execution
T1204|execution|User Execution
T1204.001|execution|Malicious Link
T1204.002|execution|Malicious File
T1204.003|execution|Malicious Image
T1204.004|execution|Malicious Copy and Paste
T1204.005|execution|Malicious Library
T1205|persistence,stealth,command-and-control|Traffic Signaling
T1205.001|persistence,stealth,command-and-control|Port Knocking
T1205.002|persistence,stealth,command-and-control|Socket Filters
T1206|>T1548.003|Sudo Caching
T1207|defense-impairment|Rogue Domain Controller
T1208|>T1558.003|Kerberoasting
T1209|>T1547.003|Time Providers
T1210|lateral-movement|Exploitation of Remote Services
T1211|stealth|Exploitation for Stealth
T1212|credential-access|Exploitation for Credential Access
T1213|collection|Data from Information Repositories
T1213.001|collection|Confluence
T1213.002|collection|Sharepoint
T1213.003|collection|Code Repositories
T1213.004|collection|Customer Relationship Management Software
T1213.005|collection|Messaging Applications
T1213.006|collection|Databases
T1214|>T1552.002|Credentials in Registry
T1215|>T1547.006|Kernel Modules and Extensions
T1216|stealth|System Script Proxy Execution
T1216.001|stealth|PubPrn
T1216.002|stealth|SyncAppvPublishingServer
T1217|discovery|Browser Information Discovery
T1218|stealth|System Binary Proxy Execution
T1218.001|stealth|Compiled HTML File
T1218.002|stealth|Control Panel
T1218.003|stealth|CMSTP
T1218.004|stealth|InstallUtil
T1218.005|stealth|Mshta
T1218.007|stealth|Msiexec
T1218.008|stealth|Odbcconf
T1218.009|stealth|Regsvcs/Regasm
T1218.010|stealth|Regsvr32
T1218.011|stealth|Rundll32
T1218.012|stealth|Verclsid
T1218.013|stealth|Mavinject
T1218.014|stealth|MMC
T1218.015|stealth|Electron Applications
T1219|command-and-control|Remote Access Tools
T1219.001|command-and-control|IDE Tunneling
T1219.002|command-and-control|Remote Desktop Software
T1219.003|command-and-control|Remote Access Hardware
T1220|stealth|XSL Script Processing
T1221|stealth|Template Injection
T1222|defense-impairment|File and Directory Permissions Modification
T1222.001|defense-impairment|Windows Permissions
T1222.002|defense-impairment|Linux and Mac Permissions
T1223|>T1218.001|Compiled HTML File
T1480|stealth|Execution Guardrails
T1480.001|stealth|Environmental Keying
T1480.002|stealth|Mutual Exclusion
T1482|discovery|Domain Trust Discovery
T1483|>T1568.002|Domain Generation Algorithms
T1484|privilege-escalation,defense-impairment|Domain or Tenant Policy Modification
T1484.001|privilege-escalation,defense-impairment|Group Policy Modification
T1484.002|privilege-escalation,defense-impairment|Trust Modification
T1485|impact|Data Destruction
T1485.001|impact|Lifecycle-Triggered Deletion
T1486|impact|Data Encrypted for Impact
T1487|>T1561.002|Disk Structure Wipe
T1488|>T1561.001|Disk Content Wipe
T1489|impact|Service Stop
T1490|impact|Inhibit System Recovery
T1491|impact|Defacement
T1491.001|impact|Internal Defacement
T1491.002|impact|External Defacement
T1492|>T1565.001|Stored Data Manipulation
T1493|>T1565.002|Transmitted Data Manipulation
T1494|>T1565.003|Runtime Data Manipulation
T1495|impact|Firmware Corruption
T1496|impact|Resource Hijacking
T1496.001|impact|Compute Hijacking
T1496.002|impact|Bandwidth Hijacking
T1496.003|impact|SMS Pumping
T1496.004|impact|Cloud Service Hijacking
T1497|stealth,discovery|Virtualization/Sandbox Evasion
T1497.001|stealth,discovery|System Checks
T1497.002|stealth,discovery|User Activity Based Checks
T1497.003|stealth,discovery|Time Based Checks
T1498|impact|Network Denial of Service
T1498.001|impact|Direct Network Flood
T1498.002|impact|Reflection Amplification
T1499|impact|Endpoint Denial of Service
T1499.001|impact|OS Exhaustion Flood
T1499.002|impact|Service Exhaustion Flood
T1499.003|impact|Application Exhaustion Flood
T1499.004|impact|Application or System Exploitation
T1500|>T1027.004|Compile After Delivery
T1501|>T1543.002|Systemd Service
T1502|>T1134.004|Parent PID Spoofing
T1503|>T1555.003|Credentials from Web Browsers
T1504|>T1546.013|PowerShell Profile
T1505|persistence|Server Software Component
T1505.001|persistence|SQL Stored Procedures
T1505.002|persistence|Transport Agent
T1505.003|persistence|Web Shell
T1505.004|persistence|IIS Components
T1505.005|persistence|Terminal Services DLL
T1505.006|persistence|vSphere Installation Bundles
T1506|>T1550.004|Web Session Cookie
T1514|>T1548.004|Elevated Execution with Prompt
T1518|discovery|Software Discovery
T1518.001|discovery|Security Software Discovery
T1518.002|discovery|Backup Software Discovery
T1519|>T1546.014|Emond
T1522|>T1552.005|Cloud Instance Metadata API
T1525|persistence|Implant Internal Image
T1526|discovery|Cloud Service Discovery
T1527|>T1550.001|Application Access Token
T1528|credential-access|Steal Application Access Token
T1529|impact|System Shutdown/Reboot
T1530|collection|Data from Cloud Storage
T1531|impact|Account Access Removal
T1534|lateral-movement|Internal Spearphishing
T1535|stealth|Unused/Unsupported Cloud Regions
T1536|>T1578.004|Revert Cloud Instance
T1537|exfiltration|Transfer Data to Cloud Account
T1538|discovery|Cloud Service Dashboard
T1539|credential-access|Steal Web Session Cookie
T1542|persistence,stealth|Pre-OS Boot
T1542.001|persistence,stealth|System Firmware
T1542.002|persistence,stealth|Component Firmware
T1542.003|persistence,stealth|Bootkit
T1542.004|persistence,stealth|ROMMONkit
T1542.005|persistence,stealth|TFTP Boot
T1543|persistence,privilege-escalation|Create or Modify System Process
T1543.001|persistence,privilege-escalation|Launch Agent
T1543.002|persistence,privilege-escalation|Systemd Service
T1543.003|persistence,privilege-escalation|Windows Service
T1543.004|persistence,privilege-escalation|Launch Daemon
T1543.005|persistence,privilege-escalation|Container Service
T1546|persistence,privilege-escalation|Event Triggered Execution
T1546.001|persistence,privilege-escalation|Change Default File Association
T1546.002|persistence,privilege-escalation|Screensaver
T1546.003|persistence,privilege-escalation|Windows Management Instrumentation Event Subscription
T1546.004|persistence,privilege-escalation|Unix Shell Configuration Modification
T1546.005|persistence,privilege-escalation|Trap
T1546.006|persistence,privilege-escalation|LC_LOAD_DYLIB Addition
T1546.007|persistence,privilege-escalation|Netsh Helper DLL
T1546.008|persistence,privilege-escalation|Accessibility Features
T1546.009|persistence,privilege-escalation|AppCert DLLs
T1546.010|persistence,privilege-escalation|AppInit DLLs
T1546.011|persistence,privilege-escalation|Application Shimming
T1546.012|persistence,privilege-escalation|Image File Execution Options Injection
T1546.013|persistence,privilege-escalation|PowerShell Profile
T1546.014|persistence,privilege-escalation|Emond
T1546.015|persistence,privilege-escalation|Component Object Model Hijacking
T1546.016|persistence,privilege-escalation|Installer Packages
T1546.017|persistence,privilege-escalation|Udev Rules
T1546.018|persistence,privilege-escalation|Python Startup Hooks
T1547|persistence,privilege-escalation|Boot or Logon Autostart Execution
T1547.001|persistence,privilege-escalation|Registry Run Keys / Startup Folder
T1547.002|persistence,privilege-escalation|Authentication Package
T1547.003|persistence,privilege-escalation|Time Providers
T1547.004|persistence,privilege-escalation|Winlogon Helper DLL
T1547.005|persistence,privilege-escalation|Security Support Provider
T1547.006|persistence,privilege-escalation|Kernel Modules and Extensions
T1547.007|persistence,privilege-escalation|Re-opened Applications
T1547.008|persistence,privilege-escalation|LSASS Driver
T1547.009|persistence,privilege-escalation|Shortcut Modification
T1547.010|persistence,privilege-escalation|Port Monitors
T1547.011|>T1647|Plist Modification
T1547.012|persistence,privilege-escalation|Print Processors
T1547.013|persistence,privilege-escalation|XDG Autostart Entries
T1547.014|persistence,privilege-escalation|Active Setup
T1547.015|persistence,privilege-escalation|Login Items
T1548|privilege-escalation|Abuse Elevation Control Mechanism
T1548.001|privilege-escalation|Setuid and Setgid
T1548.002|privilege-escalation|Bypass User Account Control
T1548.003|privilege-escalation|Sudo and Sudo Caching
T1548.004|privilege-escalation|Elevated Execution with Prompt
T1548.005|privilege-escalation|Temporary Elevated Cloud Access
T1548.006|privilege-escalation|TCC Manipulation
T1550|lateral-movement|Use Alternate Authentication Material
T1550.001|lateral-movement|Application Access Token
T1550.002|lateral-movement|Pass the Hash
T1550.003|lateral-movement|Pass the Ticket
T1550.004|lateral-movement|Web Session Cookie
T1552|credential-access|Unsecured Credentials
T1552.001|credential-access|Credentials In Files
T1552.002|credential-access|Credentials in Registry
T1552.003|credential-access|Shell History
T1552.004|credential-access|Private Keys
T1552.005|credential-access|Cloud Instance Metadata API
T1552.006|credential-access|Group Policy Preferences
T1552.007|credential-access|Container API
T1552.008|credential-access|Chat Messages
T1553|defense-impairment|Subvert Trust Controls
T1553.001|defense-impairment|Gatekeeper Bypass
T1553.002|defense-impairment|Code Signing
T1553.003|defense-impairment|SIP and Trust Provider Hijacking
T1553.004|defense-impairment|Install Root Certificate
T1553.005|defense-impairment|Mark-of-the-Web Bypass
T1553.006|defense-impairment|Code Signing Policy Modification
T1554|persistence|Compromise Host Software Binary
T1555|credential-access|Credentials from Password Stores
T1555.001|credential-access|Keychain
T1555.002|credential-access|Securityd Memory
T1555.003|credential-access|Credentials from Web Browsers
T1555.004|credential-access|Windows Credential Manager
T1555.005|credential-access|Password Managers
T1555.006|credential-access|Cloud Secrets Management Stores
T1556|persistence,defense-impairment,credential-access|Modify Authentication Process
T1556.001|persistence,defense-impairment,credential-access|Domain Controller Authentication
T1556.002|persistence,defense-impairment,credential-access|Password Filter DLL
T1556.003|persistence,defense-impairment,credential-access|Pluggable Authentication Modules
T1556.004|persistence,defense-impairment,credential-access|Network Device Authentication
T1556.005|persistence,defense-impairment,credential-access|Reversible Encryption
T1556.006|persistence,defense-impairment,credential-access|Multi-Factor Authentication
T1556.007|persistence,defense-impairment,credential-access|Hybrid Identity
T1556.008|persistence,defense-impairment,credential-access|Network Provider DLL
T1556.009|persistence,defense-impairment,credential-access|Conditional Access Policies
T1557|credential-access,collection|Adversary-in-the-Middle
T1557.001|credential-access,collection|Name Resolution Poisoning and SMB Relay
T1557.002|credential-access,collection|ARP Cache Poisoning
T1557.003|credential-access,collection|DHCP Spoofing
T1557.004|credential-access,collection|Evil Twin
T1558|credential-access|Steal or Forge Kerberos Tickets
T1558.001|credential-access|Golden Ticket
T1558.002|credential-access|Silver Ticket
T1558.003|credential-access|Kerberoasting
T1558.004|credential-access|AS-REP Roasting
T1558.005|credential-access|Ccache Files
T1559|execution|Inter-Process Communication
T1559.001|execution|Component Object Model
T1559.002|execution|Dynamic Data Exchange
T1559.003|execution|XPC Services
T1560|collection|Archive Collected Data
T1560.001|collection|Archive via Utility
T1560.002|collection|Archive via Library
T1560.003|collection|Archive via Custom Method
T1561|impact|Disk Wipe
T1561.001|impact|Disk Content Wipe
T1561.002|impact|Disk Structure Wipe
T1562|>T1685|Impair Defenses
T1562.001|>T1685|Disable or Modify Tools
T1562.002|>T1685.001|Disable Windows Event Logging
T1562.003|>T1690|Impair Command History Logging
T1562.004|>T1686|Disable or Modify System Firewall
T1562.006|>T1685|Indicator Blocking
T1562.007|>T1686.001|Disable or Modify Cloud Firewall
T1562.008|>T1685.002|Disable or Modify Cloud Logs
T1562.009|>T1688|Safe Mode Boot
T1562.010|>T1689|Downgrade Attack
T1562.011|>T1685.003|Spoof Security Alerting
T1562.012|>T1685.004|Disable or Modify Linux Audit System
T1562.013|>T1686.002|Disable or Modify Network Device Firewall
T1563|lateral-movement|Remote Service Session Hijacking
T1563.001|lateral-movement|SSH Hijacking
T1563.002|lateral-movement|RDP Hijacking
T1564|stealth|Hide Artifacts
T1564.001|stealth|Hidden Files and Directories
T1564.002|stealth|Hidden Users
T1564.003|stealth|Hidden Window
T1564.004|stealth|NTFS File Attributes
T1564.005|stealth|Hidden File System
T1564.006|stealth|Run Virtual Instance
T1564.007|stealth|VBA Stomping
T1564.008|stealth|Email Hiding Rules
T1564.009|stealth|Resource Forking
T1564.010|stealth|Process Argument Spoofing
T1564.011|stealth|Ignore Process Interrupts
T1564.012|stealth|File/Path Exclusions
T1564.013|stealth|Bind Mounts
T1564.014|stealth|Extended Attributes
T1565|impact|Data Manipulation
T1565.001|impact|Stored Data Manipulation
T1565.002|impact|Transmitted Data Manipulation
T1565.003|impact|Runtime Data Manipulation
T1566|initial-access|Phishing
T1566.001|initial-access|Spearphishing Attachment
T1566.002|initial-access|Spearphishing Link
T1566.003|initial-access|Spearphishing via Service
T1566.004|initial-access|Spearphishing Voice
T1567|exfiltration|Exfiltration Over Web Service
T1567.001|exfiltration|Exfiltration to Code Repository
T1567.002|exfiltration|Exfiltration to Cloud Storage
T1567.003|exfiltration|Exfiltration to Text Storage Sites
T1567.004|exfiltration|Exfiltration Over Webhook
T1568|command-and-control|Dynamic Resolution
T1568.001|command-and-control|Fast Flux DNS
T1568.002|command-and-control|Domain Generation Algorithms
T1568.003|command-and-control|DNS Calculation
T1569|execution|System Services
T1569.001|execution|Launchctl
T1569.002|execution|Service Execution
T1569.003|execution|Systemctl
T1570|lateral-movement|Lateral Tool Transfer
T1571|command-and-control|Non-Standard Port
T1572|command-and-control|Protocol Tunneling
T1573|command-and-control|Encrypted Channel
T1573.001|command-and-control|Symmetric Cryptography
T1573.002|command-and-control|Asymmetric Cryptography
T1574|execution,stealth|Hijack Execution Flow
T1574.001|execution,stealth|DLL
T1574.002|>T1574.001|DLL Side-Loading
T1574.004|execution,stealth|Dylib Hijacking
T1574.005|execution,stealth|Executable Installer File Permissions Weakness
T1574.006|execution,stealth|Dynamic Linker Hijacking
T1574.007|execution,stealth|Path Interception by PATH Environment Variable
T1574.008|execution,stealth|Path Interception by Search Order Hijacking
T1574.009|execution,stealth|Path Interception by Unquoted Path
T1574.010|execution,stealth|Services File Permissions Weakness
T1574.011|execution,stealth|Services Registry Permissions Weakness
T1574.012|execution,stealth|COR_PROFILER
T1574.013|execution,stealth|KernelCallbackTable
T1574.014|execution,stealth|AppDomainManager
T1578|defense-impairment|Modify Cloud Compute Infrastructure
T1578.001|defense-impairment|Create Snapshot
T1578.002|defense-impairment|Create Cloud Instance
T1578.003|defense-impairment|Delete Cloud Instance
T1578.004|defense-impairment|Revert Cloud Instance
T1578.005|defense-impairment|Modify Cloud Compute Configurations
T1580|discovery|Cloud Infrastructure Discovery
T1583|resource-development|Acquire Infrastructure
T1583.001|resource-development|Domains
T1583.002|resource-development|DNS Server
T1583.003|resource-development|Virtual Private Server
T1583.004|resource-development|Server
T1583.005|resource-development|Botnet
T1583.006|resource-development|Web Services
T1583.007|resource-development|Serverless
T1583.008|resource-development|Malvertising
T1584|resource-development|Compromise Infrastructure
T1584.001|resource-development|Domains
T1584.002|resource-development|DNS Server
T1584.003|resource-development|Virtual Private Server
T1584.004|resource-development|Server
T1584.005|resource-development|Botnet
T1584.006|resource-development|Web Services
T1584.007|resource-development|Serverless
T1584.008|resource-development|Network Devices
T1585|resource-development|Establish Accounts
T1585.001|resource-development|Social Media Accounts
T1585.002|resource-development|Email Accounts
T1585.003|resource-development|Cloud Accounts
T1586|resource-development|Compromise Accounts
T1586.001|resource-development|Social Media Accounts
T1586.002|resource-development|Email Accounts
T1586.003|resource-development|Cloud Accounts
T1587|resource-development|Develop Capabilities
T1587.001|resource-development|Malware
T1587.002|resource-development|Code Signing Certificates
T1587.003|resource-development|Digital Certificates
T1587.004|resource-development|Exploits
T1588|resource-development|Obtain Capabilities
T1588.001|resource-development|Malware
T1588.002|resource-development|Tool
T1588.003|resource-development|Code Signing Certificates
T1588.004|resource-development|Digital Certificates
T1588.005|resource-development|Exploits
T1588.006|resource-development|Vulnerabilities
T1588.007|resource-development|Artificial Intelligence
T1589|reconnaissance|Gather Victim Identity Information
T1589.001|reconnaissance|Credentials
T1589.002|reconnaissance|Email Addresses
T1589.003|reconnaissance|Employee Names
T1590|reconnaissance|Gather Victim Network Information
T1590.001|reconnaissance|Domain Properties
T1590.002|reconnaissance|DNS
T1590.003|reconnaissance|Network Trust Dependencies
T1590.004|reconnaissance|Network Topology
T1590.005|reconnaissance|IP Addresses
T1590.006|reconnaissance|Network Security Appliances
T1591|reconnaissance|Gather Victim Org Information
T1591.001|reconnaissance|Determine Physical Locations
T1591.002|reconnaissance|Business Relationships
T1591.003|reconnaissance|Identify Business Tempo
T1591.004|reconnaissance|Identify Roles
T1592|reconnaissance|Gather Victim Host Information
T1592.001|reconnaissance|Hardware
T1592.002|reconnaissance|Software
T1592.003|reconnaissance|Firmware
T1592.004|reconnaissance|Client Configurations
T1593|reconnaissance|Search Open Websites/Domains
T1593.001|reconnaissance|Social Media
T1593.002|reconnaissance|Search Engines
T1593.003|reconnaissance|Code Repositories
T1594|reconnaissance|Search Victim-Owned Websites
T1595|reconnaissance|Active Scanning
T1595.001|reconnaissance|Scanning IP Blocks
T1595.002|reconnaissance|Vulnerability Scanning
T1595.003|reconnaissance|Wordlist Scanning
T1596|reconnaissance|Search Open Technical Databases
T1596.001|reconnaissance|DNS/Passive DNS
T1596.002|reconnaissance|WHOIS
T1596.003|reconnaissance|Digital Certificates
T1596.004|reconnaissance|CDNs
T1596.005|reconnaissance|Scan Databases
T1597|reconnaissance|Search Closed Sources
T1597.001|reconnaissance|Threat Intel Vendors
T1597.002|reconnaissance|Purchase Technical Data
T1598|reconnaissance|Phishing for Information
T1598.001|reconnaissance|Spearphishing Service
T1598.002|reconnaissance|Spearphishing Attachment
T1598.003|reconnaissance|Spearphishing Link
T1598.004|reconnaissance|Spearphishing Voice
T1599|defense-impairment|Network Boundary Bridging
T1599.001|defense-impairment|Network Address Translation Traversal
T1600|defense-impairment|Weaken Encryption
T1600.001|defense-impairment|Reduce Key Space
T1600.002|defense-impairment|Disable Crypto Hardware
T1601|defense-impairment|Modify System Image
T1601.001|defense-impairment|Patch System Image
T1601.002|defense-impairment|Downgrade System Image
T1602|collection|Data from Configuration Repository
T1602.001|collection|SNMP (MIB Dump)
T1602.002|collection|Network Device Configuration Dump
T1606|credential-access|Forge Web Credentials
T1606.001|credential-access|Web Cookies
T1606.002|credential-access|SAML Tokens
T1608|resource-development|Stage Capabilities
T1608.001|resource-development|Upload Malware
T1608.002|resource-development|Upload Tool
T1608.003|resource-development|Install Digital Certificate
T1608.004|resource-development|Drive-by Target
T1608.005|resource-development|Link Target
T1608.006|resource-development|SEO Poisoning
T1609|execution|Container Administration Command
T1610|execution|Deploy Container
T1611|privilege-escalation|Escape to Host
T1612|stealth|Build Image on Host
T1613|discovery|Container and Resource Discovery
T1614|discovery|System Location Discovery
T1614.001|discovery|System Language Discovery
T1615|discovery|Group Policy Discovery
T1619|discovery|Cloud Storage Object Discovery
T1620|stealth|Reflective Code Loading
T1621|credential-access|Multi-Factor Authentication Request Generation
T1622|stealth,discovery|Debugger Evasion
T1647|defense-impairment|Plist File Modification
T1648|execution|Serverless Execution
T1649|credential-access|Steal or Forge Authentication Certificates
T1650|resource-development|Acquire Access
T1651|execution|Cloud Administration Command
T1652|discovery|Device Driver Discovery
T1653|persistence|Power Settings
T1654|discovery|Log Enumeration
T1656|>T1684.001|Impersonation
T1657|impact|Financial Theft
T1659|initial-access,command-and-control|Content Injection
T1665|command-and-control|Hide Infrastructure
T1666|defense-impairment|Modify Cloud Resource Hierarchy
T1667|impact|Email Bombing
T1668|persistence|Exclusive Control
T1669|initial-access|Wi-Fi Networks
T1671|persistence|Cloud Application Integration
T1672|>T1684.002|Email Spoofing
T1673|discovery|Virtual Machine Discovery
T1674|execution|Input Injection
T1675|execution|ESXi Administration Command
T1677|execution|Poisoned Pipeline Execution
T1678|stealth|Delay Execution
T1679|stealth|Selective Exclusion
T1680|discovery|Local Storage Discovery
T1681|reconnaissance|Search Threat Vendor Data
T1682|reconnaissance|Query Public AI Services
T1683|resource-development|Generate Content
T1683.001|resource-development|Written Content
T1683.002|resource-development|Audio-Visual Content
T1684|stealth|Social Engineering
T1684.001|stealth|Impersonation
T1684.002|stealth|Email Spoofing
T1685|defense-impairment|Disable or Modify Tools
T1685.001|defense-impairment|Disable or Modify Windows Event Log
T1685.002|defense-impairment|Disable or Modify Cloud Log
T1685.003|defense-impairment|Modify or Spoof Tool UI
T1685.004|defense-impairment|Disable or Modify Linux Audit System Log
T1685.005|defense-impairment|Clear Windows Event Logs
T1685.006|defense-impairment|Clear Linux or Mac System Logs
T1686|defense-impairment|Disable or Modify System Firewall
T1686.001|defense-impairment|Cloud Firewall
T1686.002|defense-impairment|Network Device Firewall
T1686.003|defense-impairment|Windows Host Firewall
T1687|defense-impairment|Exploitation for Defense Impairment
T1688|defense-impairment|Safe Mode Boot
T1689|defense-impairment|Downgrade Attack
T1690|defense-impairment|Prevent Command History Logging
`;
