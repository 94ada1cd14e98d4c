using Kinerja.FunctionsHost;

/// <summary>Loaded by .NET into a worker's process before its own code, so that no worker outlives its host.</summary>
internal static class StartupHook
{
    public static void Initialize() => ParentWatch.OnEnd(() => Environment.Exit(0));
}
