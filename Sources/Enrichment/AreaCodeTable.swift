/// Area codes that tell a region or a time zone.
///
/// Each line: calling code, country, region (`-`: none), zone (`=`: the region's, `-`: unknown),
/// area codes. Codes that are not tied to a place (toll-free, personal) are absent.
/// - Source: NANPA and CNAC area code lists, 2025; Anatel Resolution 749; ACMA numbering plan.
enum AreaCodeTable {
  static let table = """
    1 US AL = 205 251 256 334 659 938
    1 US AK = 907
    1 US AZ = 480 520 602 623 928
    1 US AR = 327 479 501 870
    1 US CA = 209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650
    1 US CA = 657 661 669 707 714 738 747 760 805 818 820 831 837 840 858 909 916 925 949 951
    1 US CO = 303 719 720 970 983
    1 US CT = 203 475 860 959
    1 US DE = 302
    1 US DC = 202 771
    1 US FL = 239 305 321 324 352 386 407 561 645 656 689 727 728 754 772 786 813 863 904 941 954
    1 US FL - 448 850
    1 US GA = 229 404 470 478 678 706 762 770 912 943
    1 US HI = 808
    1 US ID - 208 986
    1 US IL = 217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872
    1 US IN America/Chicago 219
    1 US IN America/Indiana/Indianapolis 260 317 463 574 765
    1 US IN - 812 930
    1 US IA = 319 515 563 641 712
    1 US KS = 316 620 785 913
    1 US KY America/New_York 502 606 859
    1 US KY - 270 364
    1 US LA = 225 318 337 457 504 985
    1 US ME = 207
    1 US MD = 227 240 301 410 443 667
    1 US MA = 339 351 413 508 617 774 781 857 978
    1 US MI = 231 248 269 313 517 586 616 679 734 810 906 947 989
    1 US MN = 218 320 507 612 651 763 924 952
    1 US MS = 228 471 601 662 769
    1 US MO = 235 314 417 557 573 636 660 816 975
    1 US MT = 406
    1 US NE = 402 531
    1 US NE - 308
    1 US NV = 702 725 775
    1 US NH = 603
    1 US NJ = 201 551 609 640 732 848 856 862 908 973
    1 US NM = 505 575
    1 US NY = 212 315 329 332 347 363 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934
    1 US NC = 252 336 472 704 743 828 910 919 980 984
    1 US ND = 701
    1 US OH = 216 220 234 283 326 330 380 419 436 440 513 567 614 740 937
    1 US OK = 405 539 572 580 918
    1 US OR = 458 503 541 971
    1 US PA = 215 223 267 272 412 445 484 570 582 610 717 724 814 835 878
    1 US RI = 401
    1 US SC = 803 821 839 843 854 864
    1 US SD - 605
    1 US TN America/New_York 423 865
    1 US TN America/Chicago 615 629 731 901 931
    1 US TX = 210 214 254 281 325 346 361 409 430 432 469 512 682 713 726 737 806 817 830 832 903
    1 US TX = 936 940 945 956 972 979
    1 US TX America/Denver 915
    1 US UT = 385 435 801
    1 US VT = 802
    1 US VA = 276 434 540 571 686 703 757 804 826 948
    1 US WA = 206 253 360 425 509 564
    1 US WV = 304 681
    1 US WI = 262 274 353 414 534 608 715 920
    1 US WY = 307
    1 CA AB = 368 403 587 780 825
    1 CA BC = 236 250 257 604 672 778
    1 CA MB = 204 431 584
    1 CA NB = 428 506
    1 CA NL = 709 879
    1 CA - America/Halifax 782 902
    1 CA ON = 226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 905 942
    1 CA ON - 807
    1 CA QC = 263 354 367 418 438 450 468 514 579 581 819 873
    1 CA SK = 306 474 639
    1 CA - - 867
    1 BS - - 242
    1 BB - - 246
    1 AI - - 264
    1 AG - - 268
    1 VG - - 284
    1 VI - - 340
    1 KY - - 345
    1 BM - - 441
    1 GD - - 473
    1 TC - - 649
    1 JM - - 658 876
    1 MS - - 664
    1 MP - - 670
    1 GU - - 671
    1 AS - - 684
    1 SX - - 721
    1 LC - - 758
    1 DM - - 767
    1 VC - - 784
    1 PR - - 787 939
    1 DO - - 809 829 849
    1 TT - - 868
    1 KN - - 869
    7 KZ - - 6 7
    61 AU - Australia/Sydney 2
    61 AU - Australia/Melbourne 3
    61 AU QLD = 7
    55 BR SP = 11 12 13 14 15 16 17 18 19
    55 BR RJ = 21 22 24
    55 BR ES = 27 28
    55 BR MG = 31 32 33 34 35 37 38
    55 BR PR = 41 42 43 44 45 46
    55 BR SC = 47 48 49
    55 BR RS = 51 53 54 55
    55 BR DF = 61
    55 BR GO = 62 64
    55 BR TO = 63
    55 BR MT = 65 66
    55 BR MS = 67
    55 BR AC = 68
    55 BR RO = 69
    55 BR BA = 71 73 74 75 77
    55 BR SE = 79
    55 BR PE = 81 87
    55 BR AL = 82
    55 BR PB = 83
    55 BR RN = 84
    55 BR CE = 85 88
    55 BR PI = 86 89
    55 BR PA = 91 93 94
    55 BR AM = 92 97
    55 BR RR = 95
    55 BR AP = 96
    55 BR MA = 98 99
    """
}
