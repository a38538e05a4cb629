host.mapped = true;
