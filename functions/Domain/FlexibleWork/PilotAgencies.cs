using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Domain.FlexibleWork;

/// <summary>How sure a fact about the trial is.</summary>
public enum PilotCertainty
{
    /// <summary>A page of the ministry says so.</summary>
    Confirmed,

    /// <summary>Concluded from what was said; no page says it.</summary>
    Derived,

    /// <summary>No page was found that says it.</summary>
    Unknown,
}

/// <summary>Some agencies begin together; null: the day is not known.</summary>
public sealed record PilotWave(int Number, LocalDate? From, PilotCertainty FromIs);

/// <summary>
/// An agency of the trial by its name. What units and posts of it took part was never published ("not all workers",
/// seed 001): each agency names its own in its flexible-work policy (pilot units, pilot posts, waves).
/// </summary>
public sealed record PilotAgency(string Name, GovernmentLevel Level, int Wave);

/// <summary>
/// The trial of PP 30/2019 as the ministry announced it on 3 December 2019: seventeen agencies, the seven central ones
/// first. Agency codes are not among the facts, so that a name is all that leads to a registered agency.
/// </summary>
public static class PilotAgencies
{
    public static LocalDate AnnouncedOn { get; } = new(2019, 12, 3);

    /// <summary>
    /// Seed 001 says January for the first wave, in a year that its own date contradicts; of the second only that it
    /// follows.
    /// </summary>
    public static IReadOnlyList<PilotWave> Waves { get; } =
    [
        new(1, new LocalDate(2020, 1, 1), PilotCertainty.Derived),
        new(2, null, PilotCertainty.Unknown),
    ];

    public static IReadOnlyList<PilotAgency> All { get; } =
    [
        Central("Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"),
        Central("Kementerian Pekerjaan Umum dan Perumahan Rakyat"),
        Central("Badan Kepegawaian Negara"),
        Central("Lembaga Administrasi Negara"),
        Central("Kementerian Perencanaan Pembangunan Nasional/Bappenas"),
        Central("Kementerian Kelautan dan Perikanan"),
        Central("Kementerian Keuangan"),
        Local("Provinsi DKI Jakarta"),
        Local("Provinsi Jawa Barat"),
        Local("Provinsi Sumatera Barat"),
        Local("Provinsi DI Yogyakarta"),
        Local("Kabupaten Wajo"),
        Local("Kabupaten Sumedang"),
        Local("Kabupaten Sidoarjo"),
        Local("Kabupaten Kutai Kartanegara"),
        Local("Kabupaten Banyuwangi"),
        Local("Kota Surabaya"),
    ];

    private static PilotAgency Central(string name) => new(name, GovernmentLevel.Central, 1);

    private static PilotAgency Local(string name) => new(name, GovernmentLevel.Local, 2);
}
