namespace Kinerja.Domain.Workforce;

/// <summary>
/// Where an agency's office is, for maps; never where a person lives or is. Degrees on WGS 84, kept to a ten-thousandth
/// (some 11 metres). Latitude −12 to 7 and longitude 94 to 142, edges included, is the box in whole degrees around
/// Indonesia: no rule says it. It refuses what was never meant, such as 0, 0 or two exchanged numbers.
/// </summary>
public readonly record struct Seat
{
    public const double South = -12, North = 7, West = 94, East = 142;

    private const int Decimals = 4;

    private Seat(double latitudeDegrees, double longitudeDegrees)
    {
        LatitudeDegrees = Kept(latitudeDegrees);
        LongitudeDegrees = Kept(longitudeDegrees);
    }

    public double LatitudeDegrees { get; }

    public double LongitudeDegrees { get; }

    /// <summary>Each number that is out of the box is a fault of its own; both say so if they look exchanged.</summary>
    public static Result<Seat> Parse(double latitudeDegrees, double longitudeDegrees, string pointer = "/seat")
    {
        var exchanged = IsLatitude(longitudeDegrees) && IsLongitude(latitudeDegrees);
        var faults = new List<FieldFault>(2);
        if (!IsLatitude(latitudeDegrees))
        {
            faults.Add(new($"{pointer}/latitude", Expected(South, North)));
        }

        if (!IsLongitude(longitudeDegrees))
        {
            faults.Add(new($"{pointer}/longitude", Expected(West, East)));
        }

        return faults.Count == 0
            ? new Seat(latitudeDegrees, longitudeDegrees)
            : new Refusal(RefusalKind.Malformed, RefusalCodes.InvalidField, "The seat is not in Indonesia.")
            { Faults = faults };

        Sentence Expected(double least, double most)
        {
            Sentence place = $"A number of degrees from {least} to {most} is expected, a place in Indonesia.";
            return exchanged ? (Sentence)$"{place} Latitude and longitude look exchanged." : place;
        }
    }

    // Both are false of NaN, which compares false with everything.
    private static bool IsLatitude(double degrees) => degrees is >= South and <= North;

    private static bool IsLongitude(double degrees) => degrees is >= West and <= East;

    /// <summary>Zero is added so that what rounds to −0 is 0.</summary>
    private static double Kept(double degrees) => Math.Round(degrees, Decimals) + 0.0;
}
