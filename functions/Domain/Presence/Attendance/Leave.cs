using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>Why somebody need not be at work; each is a valid reason in the sense of PP 94/2021.</summary>
public enum LeaveKind
{
    /// <summary>Annual, long, maternity or other leave (cuti).</summary>
    Leave,

    /// <summary>Sick (sakit).</summary>
    Sick,

    /// <summary>Travel on duty (perjalanan dinas).</summary>
    DutyTravel,

    /// <summary>Study or training on duty (tugas belajar, diklat).</summary>
    Training,

    /// <summary>Another permission (izin) that the agency accepts as valid.</summary>
    Permission,

    /// <summary>Leave as a reward (libur penghargaan, seed 001); it uses days of a reward that was granted.</summary>
    Reward,
}

/// <summary>
/// Days that an agency's leave system accounts for: first day included, end day excluded. The reference is that
/// system's own number or letter, up to 64 characters; two for the same day: the lower reference counts, so order does
/// not matter. With a part it covers that part of each of its days; leave for the whole day goes before it.
/// </summary>
public sealed record Leave(EmployeeId EmployeeId, LeaveKind Kind, LocalDate From, LocalDate To, string Reference)
{
    /// <summary>Null: the whole day.</summary>
    public DayPart? Part { get; init; }

    internal static DayStatus StatusOf(LeaveKind kind) => kind switch
    {
        LeaveKind.Leave => DayStatus.Leave,
        LeaveKind.Sick => DayStatus.Sick,
        LeaveKind.DutyTravel => DayStatus.DutyTravel,
        LeaveKind.Training => DayStatus.Training,
        LeaveKind.Permission => DayStatus.Permission,
        LeaveKind.Reward => DayStatus.Leave,
    };

    public bool Covers(LocalDate day) => From <= day && day < To;
}
