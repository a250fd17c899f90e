// Package council has members who agree on what is decided.
package council

import (
	"errors"
	"fmt"
	"io"
	"log"
	"time"

	"github.com/hashicorp/raft"

	"go.arbor.example/shed/keep"

	"git.threewise.example/quorum/mahogany/ledger"
)

// Council has its members.
type Council struct {
	members []*raft.Raft
	decided int
	missed  int
}

// Meet brings n members together, within this process.
func Meet(n int) (*Council, error) {
	c := &Council{}
	var servers []raft.Server
	var ways []*raft.InmemTransport
	for i := 0; i < n; i++ {
		address, way := raft.NewInmemTransport(raft.ServerAddress(fmt.Sprint("member", i)))
		servers = append(servers, raft.Server{ID: raft.ServerID(address), Address: address})
		ways = append(ways, way)
	}
	for i, way := range ways {
		for j, other := range ways {
			if i != j {
				way.Connect(servers[j].Address, other)
			}
		}
		config := raft.DefaultConfig()
		config.LocalID, config.LogOutput = servers[i].ID, io.Discard
		config.SnapshotInterval, config.SnapshotThreshold, config.TrailingLogs = 5*time.Second, 3000, 1000
		store := raft.NewInmemStore()
		member, err := raft.NewRaft(config, ledger.New(), store, store, raft.NewInmemSnapshotStore(), way)
		if err != nil {
			return nil, err
		}
		c.members = append(c.members, member)
	}
	return c, c.members[0].BootstrapCluster(raft.Configuration{Servers: servers}).Error()
}

// Decide puts matter n to whoever leads.
func (c *Council) Decide(n int) {
	for _, member := range c.members {
		if member.State() != raft.Leader {
			continue
		}
		err := member.Apply([]byte(fmt.Sprintf("%d %s", n%500, keep.Text(700, n))), time.Second).Error()
		if err == nil {
			c.decided++
			return
		}
		if !errors.Is(err, raft.ErrLeadershipLost) {
			log.Print(err)
		}
	}
	c.missed++
}
