namespace Kinerja.Domain.Exchange;

/// <summary>A person as SIASN knows one; it holds a NIP and is never printed.</summary>
/// <param name="Id">SIASN's own id, by which records name people.</param>
/// <param name="Nip">The digits that SIASN has for that id.</param>
/// <param name="Name">As it is to stand in a record, of an assessor.</param>
/// <param name="Post">The same of the post (jabatan); null where SIASN names none.</param>
/// <param name="Unit">The same of the unit (unit organisasi).</param>
/// <param name="Grade">SIASN's id of the grade (golongan).</param>
public sealed record SiasnPerson(string Id, string Nip, string Name, string? Post, string? Unit, string? Grade)
{
    public override string ToString() => "person of SIASN (hidden)";
}

/// <summary>Which months of a year a record is of; a yearly one is of all twelve.</summary>
public readonly record struct SiasnMonths(int Year, int First, int Last)
{
    public static SiasnMonths Of(AppraisalPeriod period) =>
        new(period.Year, period.FirstDay.Month, period.LastDay.Month);
}

/// <summary>One result as SIASN holds it, or is to.</summary>
/// <param name="Id">SIASN's id of the record; null of one that is to be made.</param>
/// <param name="PersonId">Of whom, by SIASN's id; null where its list does not say so.</param>
/// <param name="Months">Of when.</param>
/// <param name="Result">SIASN's number.</param>
/// <param name="Behaviour">SIASN's number.</param>
/// <param name="Predicate">SIASN's number.</param>
/// <param name="RaterNip">Who assessed; null where its list does not say so.</param>
public sealed record SiasnRecord(
    string? Id, string? PersonId, SiasnMonths Months, int Result, int Behaviour, int Predicate, string? RaterNip)
{
    /// <summary>Whether it says the same result of the same months, by the same assessor where both name one.</summary>
    public bool Says(SiasnRecord other) =>
        (Months, Result, Behaviour, Predicate)
            == (other.Months, other.Result, other.Behaviour, other.Predicate)
        && (RaterNip is null || other.RaterNip is null || RaterNip == other.RaterNip);

    public override string ToString() => "record of SIASN (hidden)";
}
