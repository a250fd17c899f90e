// Package guest are who comes: each asks now and then for a way through that is not given.
package guest

import (
	"log"
	"net"
	"time"

	"golang.org/x/crypto/ssh"
)

type way struct {
	Host     string
	Port     uint32
	From     string
	FromPort uint32
}

// Main comes in six times and stays.
func Main(_ net.Listener, door string) {
	for i := 0; i < 6; i++ {
		client, err := ssh.Dial("tcp", door, &ssh.ClientConfig{
			User: "guest", Auth: []ssh.AuthMethod{ssh.Password("please")}, HostKeyCallback: ssh.InsecureIgnoreHostKey(),
		})
		if err != nil {
			log.Fatal(err)
		}
		go ask(client)
	}
	select {}
}

func ask(client *ssh.Client) {
	for n := 0; ; n++ {
		wanted := way{Host: "inside.example", Port: uint32(8000 + n%40), From: "127.0.0.1", FromPort: uint32(n % 60000)}
		kind := "direct-tcpip"
		if n%9 == 8 {
			kind = "session"
		}
		channel, requests, err := client.OpenChannel(kind, ssh.Marshal(wanted))
		if err == nil {
			go ssh.DiscardRequests(requests)
			_ = channel.Close()
		}
		time.Sleep(190 * time.Millisecond)
	}
}
