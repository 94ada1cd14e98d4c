namespace Kinerja.Domain.Geofencing;

/// <summary>
/// Where a fix lies. Unknown means that there was nothing to judge: no position, or no fence for this person.
/// </summary>
public enum Placement
{
    Unknown,
    Inside,
    Outside,
    Uncertain,
}

/// <summary>
/// The judgement on one position: the fence it was judged by (the best one for the person), the distance to that
/// fence's edge in metres (negative inside, 0 on the edge) and the probability from 0 to 1 of being inside given the
/// accuracy. The default value is <see cref="Unknown"/>.
/// </summary>
public readonly record struct FenceVerdict(
    Placement Placement,
    GeofenceId? FenceId,
    int? FenceVersion,
    GeofenceKind? FenceKind,
    double? SignedDistanceMetres,
    double? InsideProbability)
{
    public static FenceVerdict Unknown => default;

    /// <summary>Inside a home, or perhaps so: where somebody lives, which is that person's own.</summary>
    public bool IsAtHome =>
        FenceKind == GeofenceKind.Home && Placement is Placement.Inside or Placement.Uncertain;

    /// <summary>
    /// As others than the person see it. With a position or two, how far it is to a home's edge would tell where the
    /// home is.
    /// </summary>
    public FenceVerdict ForOthers() => FenceKind == GeofenceKind.Home
        ? this with { SignedDistanceMetres = null, InsideProbability = null }
        : this;
}
