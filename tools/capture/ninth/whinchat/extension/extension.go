// Package extension is what a host has loaded.
package extension

import (
	"sync/atomic"

	"dev.whinchat.example/host/whinchat/topic"
)

// Disk is how full a disk is.
type Disk struct {
	Name string
	Used float64
}

// Job is how a job went.
type Job struct {
	ID    int
	State string
}

// Extension sees disks.
type Extension struct {
	name   string
	disks  <-chan Disk
	seen   atomic.Int64
	alarms map[string]float64
}

// Load starts one.
func Load(name string, disks *topic.Topic[Disk]) *Extension {
	e := &Extension{name: name, disks: disks.Join(6), alarms: make(map[string]float64)}
	go e.listen()
	return e
}

func (e *Extension) listen() {
	for disk := range e.disks {
		e.seen.Add(1)
		if disk.Used > 95 {
			e.alarms[disk.Name] = disk.Used
		} else {
			delete(e.alarms, disk.Name)
		}
	}
}
