namespace Kinerja.Domain;

/// <summary>Figures that are told with two decimals.</summary>
internal static class Hundredths
{
    /// <summary>
    /// To a hundredth, a half up: 5.625 is 5.63. No figure here is negative, so away from zero is up.
    /// </summary>
    internal static decimal HalfUp(decimal figure) => decimal.Round(figure, 2, MidpointRounding.AwayFromZero);
}
