module example.com/statuspulse/receiver

go 1.19
