namespace Kinerja.Domain.Evaluation;

/// <summary>
/// A person's predicate (predikat kinerja), worst first: Sangat Kurang, Kurang (misconduct), Butuh Perbaikan, Baik,
/// Sangat Baik.
/// </summary>
public enum Predicate : byte
{
    VeryPoor = 1,
    Poor,
    NeedsImprovement,
    Good,
    VeryGood,
}

/// <summary>
/// A unit's performance (capaian kinerja organisasi, SE MenPANRB 3/2023), worst first: Sangat Kurang, Kurang, Butuh
/// Perbaikan, Baik, Istimewa.
/// </summary>
public enum OrganisationLevel
{
    VeryPoor = 1,
    Poor,
    NeedsImprovement,
    Good,
    Outstanding,
}
