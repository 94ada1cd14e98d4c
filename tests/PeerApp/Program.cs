using Kinerja.PeerApp;
using Microsoft.Extensions.Hosting;

PeerWorker.CreateBuilder(args).Build().Run();
