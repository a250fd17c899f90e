// Package pier is where captains land.
package pier

import (
	"crypto/ed25519"
	"crypto/rand"
	"log"
	"net"

	"golang.org/x/crypto/ssh"
)

// Pier has a key and a listener.
type Pier struct {
	listener net.Listener
	config   *ssh.ServerConfig
}

// Open opens it at a free port.
func Open() (*Pier, error) {
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
	return &Pier{listener: l, config: config}, err
}

// Address is where.
func (p *Pier) Address() string { return p.listener.Addr().String() }

// Serve takes everybody.
func (p *Pier) Serve() {
	for {
		socket, err := p.listener.Accept()
		if err != nil {
			return
		}
		go p.land(socket)
	}
}

func (p *Pier) land(socket net.Conn) {
	conn, channels, requests, err := ssh.NewServerConn(socket, p.config)
	if err != nil {
		log.Print(err)
		return
	}
	defer conn.Close()
	go alive(requests)
	for wanted := range channels {
		if wanted.ChannelType() != "session" {
			_ = wanted.Reject(ssh.UnknownChannelType, "no such thing here")
			continue
		}
		channel, requests, err := wanted.Accept()
		if err != nil {
			log.Print(err)
			continue
		}
		go session(channel, requests)
	}
}

func alive(requests <-chan *ssh.Request) {
	for request := range requests {
		if request.WantReply {
			_ = request.Reply(true, nil)
		}
	}
}
