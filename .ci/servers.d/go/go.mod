module example.com/statuspulse

go 1.19
