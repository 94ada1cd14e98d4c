namespace Kinerja.Domain;

/// <summary>How a result or a behaviour compares with the leader's expectation (ekspektasi).</summary>
public enum ExpectationLevel
{
    Below,
    Meets,
    Above,
}
