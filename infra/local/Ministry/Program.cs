using Kinerja.Local.Ministry;

return await KeepResults.RunAsync(args, Environment.GetEnvironmentVariable, Console.Out, CancellationToken.None);
