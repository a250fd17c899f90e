// Package door lets people in.
package door

import (
	"crypto/ed25519"
	"crypto/rand"
	"log"
	"net"
	"sync/atomic"

	"golang.org/x/crypto/ssh"
)

// Door has a key and a listener.
type Door struct {
	listener net.Listener
	config   *ssh.ServerConfig
	sessions atomic.Int64
	refused  atomic.Int64
}

// Open opens it at a free port.
func Open() (*Door, error) {
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	signer, err := ssh.NewSignerFromKey(key)
	if err != nil {
		return nil, err
	}
	config := &ssh.ServerConfig{PasswordCallback: func(ssh.ConnMetadata, []byte) (*ssh.Permissions, error) { return nil, nil }}
	config.AddHostKey(signer)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	return &Door{listener: l, config: config}, err
}

// Address is where.
func (d *Door) Address() string { return d.listener.Addr().String() }

// Serve lets everybody in.
func (d *Door) Serve() {
	for {
		socket, err := d.listener.Accept()
		if err != nil {
			return
		}
		go d.let(socket)
	}
}

func (d *Door) let(socket net.Conn) {
	conn, channels, requests, err := ssh.NewServerConn(socket, d.config)
	if err != nil {
		log.Print(err)
		return
	}
	defer conn.Close()
	go ssh.DiscardRequests(requests)
	for wanted := range channels {
		if wanted.ChannelType() != "session" {
			d.refused.Add(1)
			refuse(wanted)
			continue
		}
		channel, requests, err := wanted.Accept()
		if err != nil {
			log.Print(err)
			continue
		}
		d.sessions.Add(1)
		go ssh.DiscardRequests(requests)
		_ = channel.Close()
	}
}

func refuse(wanted ssh.NewChannel) {
	if err := wanted.Reject(ssh.Prohibited, "no way through"); err != nil {
		log.Print(err)
	}
}
