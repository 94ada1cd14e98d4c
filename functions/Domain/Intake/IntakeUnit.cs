namespace Kinerja.Domain.Intake;

/// <summary>The unit of an app's number.</summary>
public enum IntakeUnit
{
    Degrees,

    /// <summary>Millionths of a degree, as whole numbers: −2533100 is −2.5331°.</summary>
    Microdegrees,
    Metres,
    Kilometres,

    /// <summary>Of 0.3048 metres.</summary>
    Feet,
    Percent,

    /// <summary>Of 1: 0.85 is 85%.</summary>
    Fraction,
}

/// <summary>What a number of some unit is in the unit of ours; exact, since decimals are.</summary>
internal static class IntakeUnits
{
    internal static decimal Factor(this IntakeUnit unit) => unit switch
    {
        IntakeUnit.Degrees or IntakeUnit.Metres or IntakeUnit.Percent => 1m,
        IntakeUnit.Microdegrees => 0.000001m,
        IntakeUnit.Kilometres => 1000m,
        IntakeUnit.Feet => 0.3048m,
        IntakeUnit.Fraction => 100m,
    };
}
