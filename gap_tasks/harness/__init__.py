"""The only importer of lm_eval and datasets: task class, YAMLs, start-up hook, simulated models."""
