using Kinerja.Domain;

namespace Kinerja.Application.Tests;

/// <summary>What a result must have been refused for.</summary>
internal static class Refused
{
    internal static Refusal Is<T>(string code, Result<T> result)
        where T : notnull
    {
        Assert.NotNull(result.Refusal);
        Assert.Equal(code, result.Refusal.Code);
        return result.Refusal;
    }

    /// <summary>The pointers of all faults, in order.</summary>
    internal static void At<T>(Result<T> result, params string[] pointers)
        where T : notnull
    {
        Assert.NotNull(result.Refusal);
        Assert.Equal(RefusalKind.Malformed, result.Refusal.Kind);
        Assert.Equal(pointers, result.Refusal.Faults.Select(f => f.Pointer));
    }
}
