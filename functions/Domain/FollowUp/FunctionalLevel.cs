namespace Kinerja.Domain.FollowUp;

/// <summary>
/// A level (jenjang) of functional posts, skills first (keterampilan), then expertise (keahlian). The names are the
/// regulation's own; they have no official English.
/// </summary>
public enum FunctionalLevel
{
    Pemula,
    Terampil,
    Mahir,
    Penyelia,
    AhliPertama,
    AhliMuda,
    AhliMadya,
    AhliUtama,
}

/// <summary>How sure a figure is that the regulations were not read for, so that whoever uses it can tell.</summary>
public enum FigureSource
{
    /// <summary>Found in a public page on the regulation.</summary>
    Confirmed,

    /// <summary>From memory; to be checked against the regulation before points are paid out by it.</summary>
    Unconfirmed,

    /// <summary>Written by the agency in its policy.</summary>
    Agency,
}
