namespace Kinerja.Local.Processes;

/// <summary>The signal that asks a program for an orderly end, by its number.</summary>
public enum StopSignal
{
    /// <summary>
    /// SIGINT, as Ctrl+C sends it. A .NET program that was started in the background of a shell never hears it.
    /// </summary>
    Interrupt = 2,

    /// <summary>SIGTERM: what a service is stopped with.</summary>
    Terminate = 15,
}
