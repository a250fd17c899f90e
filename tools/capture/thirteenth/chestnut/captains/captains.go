// Package captains are who comes: they stay, and some look at charts now and then.
package captains

import (
	"fmt"
	"io"
	"log"
	"net"
	"time"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"
)

// Main brings eighty in, eight a second.
func Main(_ net.Listener, pier string) {
	for i := 0; i < 80; i++ {
		client, err := ssh.Dial("tcp", pier, &ssh.ClientConfig{
			User: fmt.Sprint("captain", i), Auth: []ssh.AuthMethod{ssh.Password("ahoy")}, HostKeyCallback: ssh.InsecureIgnoreHostKey(),
		})
		if err != nil {
			log.Fatal(err)
		}
		go alive(client)
		if i%4 == 0 {
			go charts(client)
		} else {
			go shell(client, i)
		}
		time.Sleep(120 * time.Millisecond)
	}
	select {}
}

func alive(client *ssh.Client) {
	for {
		_, _, _ = client.SendRequest("keepalive@harbour.example", true, nil)
		time.Sleep(5 * time.Second)
	}
}

func shell(client *ssh.Client, n int) {
	session, err := client.NewSession()
	if err != nil {
		log.Fatal(err)
	}
	words, err := session.StdinPipe()
	if err != nil {
		log.Fatal(err)
	}
	answers, err := session.StdoutPipe()
	if err != nil {
		log.Fatal(err)
	}
	if err := session.Shell(); err != nil {
		log.Fatal(err)
	}
	line := make([]byte, 64)
	for {
		_, _ = io.WriteString(words, "what news\n")
		_, _ = answers.Read(line)
		time.Sleep(time.Duration(3+n%40) * time.Second)
	}
}

func charts(client *ssh.Client) {
	files, err := sftp.NewClient(client)
	if err != nil {
		log.Fatal(err)
	}
	for {
		if _, err := files.ReadDir("/"); err != nil {
			log.Print(err)
		}
		time.Sleep(4 * time.Second)
	}
}
