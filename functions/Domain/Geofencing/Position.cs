namespace Kinerja.Domain.Geofencing;

/// <summary>
/// A fix on WGS 84. Latitude −90 to 90 and longitude −180 to 180 degrees, both edges and zero included; accuracy is the
/// radius in metres that holds the true place with 68% (as phones report it), from 0. What radius is too large to be of
/// use is a policy's to say.
/// </summary>
public readonly record struct Position
{
    private Position(double latitudeDegrees, double longitudeDegrees, double accuracyMetres)
    {
        LatitudeDegrees = latitudeDegrees;
        LongitudeDegrees = longitudeDegrees;
        AccuracyMetres = accuracyMetres;
    }

    public double LatitudeDegrees { get; }

    public double LongitudeDegrees { get; }

    public double AccuracyMetres { get; }

    /// <summary>The middle of it.</summary>
    internal Position WithoutError => new(LatitudeDegrees, LongitudeDegrees, 0);

    public static Result<Position> Parse(
        double latitudeDegrees,
        double longitudeDegrees,
        double accuracyMetres,
        string pointer = "/position")
    {
        var faults = new List<FieldFault>(3);
        Check(latitudeDegrees, -90, 90, "latitude");
        Check(longitudeDegrees, -180, 180, "longitude");
        if (!(accuracyMetres >= 0 && double.IsFinite(accuracyMetres)))
        {
            faults.Add(new FieldFault($"{pointer}/accuracyMetres", "A number from 0 is expected."));
        }

        return faults.Count == 0
            ? new Position(latitudeDegrees, longitudeDegrees, accuracyMetres)
            : new Refusal(
                RefusalKind.Malformed, RefusalCodes.InvalidField, "The position is out of range.")
            { Faults = faults };

        void Check(double value, double least, double most, string field)
        {
            // Written so that NaN, which compares false with everything, is refused too.
            if (!(value >= least && value <= most))
            {
                faults.Add(new FieldFault($"{pointer}/{field}", $"A number from {least} to {most} is expected."));
            }
        }
    }
}
