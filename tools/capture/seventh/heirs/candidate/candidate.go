// Package candidate wants to lead a shard.
package candidate

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"time"
)

// Candidate is one for one shard.
type Candidate struct {
	path  string
	shard int
	conn  net.Conn
	lines *bufio.Scanner
}

// New asks at the socket at path.
func New(path string, shard int) *Candidate { return &Candidate{path: path, shard: shard} }

// Acquire returns when the lease is the candidate's.
func (c *Candidate) Acquire() error {
	conn, err := net.Dial("unix", c.path)
	if err != nil {
		return err
	}
	c.conn, c.lines = conn, bufio.NewScanner(conn)
	if _, err := fmt.Fprintln(conn, "shard", c.shard); err != nil {
		return err
	}
	if !c.lines.Scan() {
		return fmt.Errorf("candidate: shard %d: %v", c.shard, c.lines.Err())
	}
	return nil
}

// Resign gives the lease back.
func (c *Candidate) Resign() {
	if err := c.conn.Close(); err != nil {
		log.Print(err)
	}
}

// Lead acquires the lease and renews it as long as there is the connection.
func (c *Candidate) Lead() error {
	if err := c.Acquire(); err != nil {
		return err
	}
	log.Printf("leading shard %d", c.shard)
	for {
		time.Sleep(2 * time.Second)
		if _, err := fmt.Fprintln(c.conn, "renew"); err != nil || !c.lines.Scan() {
			return err
		}
	}
}
