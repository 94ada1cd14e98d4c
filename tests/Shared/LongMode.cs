namespace Kinerja.Shared;

/// <summary>
/// How much a test plays. The same seeds and sizes come first, so that the brief one is the beginning of the long one.
/// </summary>
public static class LongMode
{
    private static readonly bool IsOn = Environment.GetEnvironmentVariable("KINERJA_LONG") == "1";

    /// <summary>The second where KINERJA_LONG is 1.</summary>
    public static int Of(int brief, int full) => IsOn ? full : brief;
}
